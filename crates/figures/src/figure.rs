use std::{fs, path::Path};

use crate::{
    canvas::Canvas,
    error::{FigureError, Problem},
    layout::{Layout, NARROW, WIDTH},
    palette,
    panel::Panel,
    render,
    svg::{self, Head},
};

/// A drawing that a page can inline: panels below each other, with a title and
/// a description for those who cannot see them.
#[derive(Clone, Debug)]
#[must_use = "a figure is not drawn before it is saved"]
pub struct Figure {
    name: String,
    title: String,
    description: String,
    panels: Vec<Panel>,
    width: f64,
}

impl Figure {
    /// A figure without panels.
    ///
    /// `name` becomes the name of the file, `title` the short text a screen
    /// reader announces, and `description` says what the drawing shows.
    pub fn new(
        name: impl Into<String>,
        title: impl Into<String>,
        description: impl Into<String>,
    ) -> Self {
        Self {
            name: name.into(),
            title: title.into(),
            description: description.into(),
            panels: Vec::new(),
            width: WIDTH,
        }
    }

    /// For a column beside a text: less wide, with letters of the same size.
    pub fn narrow(mut self) -> Self {
        self.width = NARROW;
        self
    }

    /// Adds a panel below the others.
    pub fn panel(mut self, panel: Panel) -> Self {
        self.panels.push(panel);
        self
    }

    /// The figure as a document that also fits into a page of Markdown.
    ///
    /// # Errors
    ///
    /// If the figure would mislead: see [`Problem`].
    pub fn to_svg(&self) -> Result<String, FigureError> {
        self.draw().map_err(|problem| self.error(problem))
    }

    /// Writes the figure to the current directory, as its name with `.svg`.
    ///
    /// # Errors
    ///
    /// As [`Figure::to_svg`], and if the file cannot be written.
    pub fn save(&self) -> Result<(), FigureError> {
        self.save_in(".")
    }

    /// Writes the figure to a directory, as its name with `.svg`.
    ///
    /// # Errors
    ///
    /// As [`Figure::to_svg`], and if the file cannot be written.
    pub fn save_in(&self, directory: impl AsRef<Path>) -> Result<(), FigureError> {
        let path = directory.as_ref().join(format!("{}.svg", self.name));
        fs::write(path, self.to_svg()?).map_err(|error| self.error(Problem::Write(error)))
    }

    fn draw(&self) -> Result<String, Problem> {
        let valid = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if self.name.is_empty() || !self.name.chars().all(valid) {
            return Err(Problem::InvalidName);
        }
        if self.panels.is_empty() {
            return Err(Problem::NoPanel);
        }
        let layouts = self.layouts()?;
        let height = layouts.last().map_or(0.0, Layout::bottom).ceil();
        let drawing = Canvas::record((self.width, height), |canvas| {
            layouts
                .iter()
                .try_for_each(|layout| render::draw(layout, canvas))
        })?;
        let Self {
            name,
            title,
            description,
            width,
            ..
        } = self;
        Ok(svg::document(
            &Head {
                name,
                title,
                description,
                width: *width,
                height,
            },
            &drawing,
        ))
    }

    fn layouts(&self) -> Result<Vec<Layout<'_>>, Problem> {
        let names = self.series()?;
        let mut layouts: Vec<Layout> = Vec::new();
        for panel in &self.panels {
            layouts.push(Layout::new(panel, &names, layouts.last(), self.width)?);
        }
        Ok(layouts)
    }

    /// The names of all series: the place of a name decides about its look.
    fn series(&self) -> Result<Vec<&str>, Problem> {
        let mut names: Vec<&str> = Vec::new();
        for series in self.panels.iter().flat_map(|panel| &panel.series) {
            if !names.contains(&series.name.as_str()) {
                names.push(&series.name);
            }
        }
        let (count, limit) = (names.len(), palette::SERIES.len());
        if count > limit {
            return Err(Problem::TooManySeries { count, limit });
        }
        Ok(names)
    }

    fn error(&self, problem: Problem) -> FigureError {
        FigureError {
            figure: self.name.clone(),
            problem,
        }
    }
}

#[cfg(test)]
mod tests;
