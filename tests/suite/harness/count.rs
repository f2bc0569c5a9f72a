//! How many of the things in labelled files were found.

#[derive(Default)]
pub(crate) struct Count {
    pub(crate) wanted: u32,
    pub(crate) found: u32,
    pub(crate) right: u32,
}

impl Count {
    pub(crate) fn precision(&self) -> f64 {
        f64::from(self.right) / f64::from(self.found.max(1))
    }

    pub(crate) fn recall(&self) -> f64 {
        f64::from(self.right) / f64::from(self.wanted.max(1))
    }
}
