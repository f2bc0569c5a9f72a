-- The server as Neovim (0.7 or newer) uses it: opens a book, gets the findings, mends one, writes a missing
-- section, asks what is under the cursor, follows a record, completes a template. What it prints is kept in session.txt,
-- which the guide shows.
--
--   nvim --headless --clean -l editors/neovim/try.lua            Neovim 0.9 or newer
--   nvim --headless --clean -c 'luafile editors/neovim/try.lua'  before
--
-- The program is looked for in MDBOOK_ARCHDOC, else on the path. Ends with code 1 where something is not as it
-- should be.

local program = vim.env.MDBOOK_ARCHDOC or "mdbook-archdoc"
local root = vim.fn.tempname()

local function say(words)
  io.stdout:write(words .. "\n")
end

local function write(name, lines)
  local path = root .. "/" .. name
  vim.fn.mkdir(vim.fn.fnamemodify(path, ":h"), "p")
  vim.fn.writefile(lines, path)
  return path
end

local function expect(truth, what)
  if not truth then
    error("not as expected: " .. what)
  end
  say("ok: " .. what)
end

local function try()
  write("book.toml", { "[preprocessor.archdoc]" })
  write("src/SUMMARY.md", { "- [Atlas](atlas.md)", "- [Use a log](decisions/0002-use-a-log.md)" })
  local function record(number, title, status)
    return write(("src/decisions/%04d-%s.md"):format(number, title:lower():gsub(" ", "-")), {
      ("# %d. %s"):format(number, title), "", "Date: 2026-03-02", "", "## Status", "", status, "",
      "## Context", "", "Scans are lost.", "", "## Decision", "", title .. ".", "", "## Consequences", "", "Replays.",
    })
  end
  record(1, "Use a queue", "Superseded by ADR 2")
  local successor = record(2, "Use a log", "Accepted\n\nSupersedes ADR 1")
  local chapter = write("src/atlas.md", {
    "# Atlas", "", '<<#archdoc template="arc43">>', "", "## Introduction and Goals", "", "To find parcels, by [a log](decisions/0002-use-a-log.md).",
  })
  vim.cmd("edit " .. chapter)
  local buffer = vim.api.nvim_get_current_buf()
  local id = vim.lsp.start_client({ name = "archdoc", cmd = { program, "lsp" }, root_dir = root,
    workspace_folders = { { uri = vim.uri_from_fname(root), name = "book" } } })
  expect(id, "the server starts")
  vim.lsp.buf_attach_client(buffer, id)
  local client = vim.lsp.get_client_by_id(id)
  expect(vim.wait(20000, function() return client.initialized end, 10), "the session is initialised")

  local function settle()
    local answer = client.request_sync("archdoc/settled", nil, 20000, buffer)
    assert(answer and not answer.err, vim.inspect(answer))
    -- What was published before the answer is handled by now; one turn of the loop shows it.
    vim.wait(50)
  end
  local function found(rule)
    settle()
    for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
      if diagnostic.code == rule or (diagnostic.user_data or {}).lsp
          and diagnostic.user_data.lsp.code == rule then
        return diagnostic
      end
    end
  end
  local function apply(line, title)
    local at = { line = line, character = 0 }
    local answer = client.request_sync("textDocument/codeAction", {
      textDocument = { uri = vim.uri_from_bufnr(buffer) },
      range = { start = at, ["end"] = { line = line, character = 60 } },
      context = { diagnostics = {} },
    }, 20000, buffer)
    for _, action in ipairs(answer.result or {}) do
      if vim.startswith(action.title, title) then
        say("    " .. action.title)
        vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
        return
      end
    end
    error("no action `" .. title .. "`: " .. vim.inspect(answer))
  end
  local function ask(method, line, character)
    local answer = client.request_sync("textDocument/" .. method, {
      textDocument = { uri = vim.uri_from_bufnr(buffer) },
      position = line and { line = line, character = character },
    }, 20000, buffer)
    assert(answer and not answer.err, vim.inspect(answer))
    return answer.result
  end
  local function text()
    return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), "\n")
  end

  local unknown = found("unknown-template")
  expect(unknown and unknown.lnum == 2, "a finding is shown at its line")
  say("    " .. unknown.message:gsub("\n+", "\n    "))
  apply(2, "Mend: ")
  expect(text():find('template="arc42"', 1, true), "it is mended in the unsaved text")
  expect(not found("unknown-template"), "and shown no more")

  expect(found("missing-section"), "sections are missing now")
  apply(4, "Add the missing section ")
  expect(text():find("\n## Architecture Constraints\n", 1, true), "one is written where it belongs")

  local hover = ask("hover", 4, 5)
  expect(hover, "a heading says what its section is for, and how far it is")
  say("    " .. hover.contents.value:gsub("\n+", "\n    "))
  hover = ask("hover", 6, 22)
  expect(hover, "a link to a record says what the record is")
  say("    " .. hover.contents.value:gsub("\n+", "\n    "))
  local target = ask("definition", 6, 22)
  target = target[1] or target
  expect(vim.uri_to_fname(target.uri or target.targetUri) == vim.loop.fs_realpath(successor), "and leads to its file")
  for _, lens in ipairs(ask("codeLens")) do
    say("    " .. lens.command.title)
  end

  vim.api.nvim_buf_set_lines(buffer, 2, 3, false, { '<<#archdoc template="' })
  local names = vim.tbl_map(function(item) return item.label end, ask("completion", 2, 21))
  expect(vim.tbl_contains(names, "arc42"), "templates are completed: " .. table.concat(names, ", "))
  vim.lsp.stop_client(id)
end

local good, problem = pcall(try)
vim.fn.delete(root, "rf")
if not good then
  say("FAILED: " .. tostring(problem))
  vim.cmd("cquit 1")
end
vim.cmd("qall!")
