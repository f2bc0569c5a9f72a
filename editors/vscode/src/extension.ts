// Starts `mdbook-archdoc lsp`; all that an editor is told comes from there.

import { commands, ExtensionContext, window, workspace } from "vscode";
import { LanguageClient, LanguageClientOptions, ServerOptions } from "vscode-languageclient/node";

const OPTIONS: LanguageClientOptions = {
  documentSelector: [
    { scheme: "file", language: "markdown" },
    { scheme: "file", pattern: "**/{book,archdoc}.toml" },
  ],
};

let client: LanguageClient | undefined;

// Starts and stops follow each other in the order in which they were asked for.
let settled: Promise<void> = Promise.resolve();

export function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(
    commands.registerCommand("archdoc.restart", restart),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("archdoc")) {
        void restart();
      }
    }),
  );
  return restart();
}

export function deactivate(): Promise<void> {
  return then(stop);
}

function restart(): Promise<void> {
  return then(async () => {
    await stop();
    await start();
  });
}

function then(next: () => Promise<void>): Promise<void> {
  settled = settled.then(next);
  return settled;
}

async function start(): Promise<void> {
  const settings = workspace.getConfiguration("archdoc");
  const command = settings.get<string>("path", "mdbook-archdoc");
  const server: ServerOptions = { command, args: settings.get<string[]>("arguments", ["lsp"]) };
  client = new LanguageClient("archdoc", "Archdoc", server, OPTIONS);
  try {
    await client.start();
  } catch (problem) {
    client = undefined;
    const why = problem instanceof Error ? problem.message : String(problem);
    // Not awaited: it is answered when somebody closes it.
    void window.showErrorMessage(
      `\`${command}\` does not start: ${why}. Install mdbook-archdoc, or say in the setting \`archdoc.path\` where it is.`,
    );
  }
}

async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  try {
    await running?.stop();
  } catch {
    // One that is gone needs no stop.
  }
}
