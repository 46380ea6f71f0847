//! What mdBook and KaTeX warn about, kept instead of lost on standard error.
//!
//! Both report a broken include or formula only through `tracing` and then
//! exit with success; the checks want to fail on it.

use std::fmt::{Debug, Write as _};
use std::sync::{Mutex, Once, PoisonError};

use tracing::field::{Field, Visit};
use tracing::{Event, Level, Subscriber};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt as _};

/// One warning or error message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning(pub String);

static WARNINGS: Mutex<Vec<Warning>> = Mutex::new(Vec::new());

/// Forgets the warnings so far and begins to listen, once per process.
///
/// The listener is global because KaTeX renders on several threads.
pub fn clear() {
    static LISTEN: Once = Once::new();
    LISTEN.call_once(|| {
        let listener = tracing_subscriber::registry().with(Recorder);
        // Somebody else's subscriber (a test harness's) may already be there.
        let _ = tracing::subscriber::set_global_default(listener);
    });
    lock().clear();
}

/// The warnings since the last [`clear`].
#[must_use]
pub fn take() -> Vec<Warning> {
    std::mem::take(&mut *lock())
}

fn lock() -> std::sync::MutexGuard<'static, Vec<Warning>> {
    WARNINGS.lock().unwrap_or_else(PoisonError::into_inner)
}

struct Recorder;

impl<S: Subscriber> Layer<S> for Recorder {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        if *event.metadata().level() <= Level::WARN {
            let mut message = Message(String::new());
            event.record(&mut message);
            lock().push(Warning(message.0));
        }
    }
}

struct Message(String);

impl Visit for Message {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        if field.name() == "message" {
            let _ = write!(self.0, "{value:?}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_warnings_and_errors_but_not_information() {
        clear();
        tracing::info!("rendering");
        tracing::warn!("unclosed tag");
        tracing::error!("no such file");

        let warnings = take();

        assert!(warnings.contains(&Warning("unclosed tag".into())));
        assert!(warnings.contains(&Warning("no such file".into())));
        assert!(!warnings.contains(&Warning("rendering".into())));
    }
}
