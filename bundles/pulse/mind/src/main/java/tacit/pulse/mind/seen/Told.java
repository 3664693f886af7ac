package tacit.pulse.mind.seen;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.Signal;
import tacit.api.pulse.SignalSource;
import tacit.api.pulse.Signals;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionTarget.Kind;
import tacit.api.store.PageRequest;

/** Signals that the profile was told: messages, triggers, schedules, and changes that are to be reviewed. */
final class Told implements Source {

    private static final int MOST = 200;

    /** How triggers name one: what comes from outside gives no other keys. */
    private static final Pattern PULL = Pattern.compile("[\\w.-]{1,100}(/[\\w.-]{1,100})?#\\d{1,12}");

    private final Signals signals;

    Told(Signals signals) {
        this.signals = signals;
    }

    @Override
    public String name() {
        return "signals";
    }

    @Override
    public List<Sighting> look(AutomationProfile profile, Instant since) {
        return signals.list(new Signals.Filter(profile.id(), null, null, null), PageRequest.first(MOST)).rows().stream()
                .filter(signal -> signal.origin() == null
                        && !signal.lastSeenAt().isBefore(since)
                        && (signal.workspaceId() == null || signal.workspaceId().equals(profile.workspaceId())))
                .map(signal -> seen(profile, signal))
                .toList();
    }

    private static Sighting seen(AutomationProfile profile, Signal signal) {
        String pull = signal.payload().getOrDefault("pull_request", "");
        if (PULL.matcher(pull).matches()) {
            return saw(signal, ReflectionEvidence.Type.PULL_REQUEST_ACTIVITY, true)
                    .of("pull_request:" + pull, Kind.PULL_REQUEST, "the pull request " + pull);
        }
        String text = words(signal);
        if (signal.payload().containsKey("thread")) {
            return Keys.workspace(profile, saw(signal, ReflectionEvidence.Type.MAILBOX_EVENT, Asks.mail(text)));
        }
        ReflectionEvidence.Type type = signal.source() == SignalSource.CRON
                ? ReflectionEvidence.Type.SCHEDULED_TASK
                : ReflectionEvidence.Type.EVENT_TRIGGER;
        return Keys.workspace(profile, saw(signal, type, Asks.automation(text)));
    }

    private static String words(Signal signal) {
        String subject = Objects.requireNonNullElse(signal.payload().get("subject"), "");
        String reason =
                Objects.requireNonNullElse(signal.reason(), signal.family().name());
        return subject.isEmpty() || reason.contains(subject) ? reason : subject + ": " + reason;
    }

    private static Keys.Saw saw(Signal signal, ReflectionEvidence.Type type, boolean asks) {
        return Keys.Saw.made(
                type,
                asks,
                words(signal),
                "signal:" + signal.fingerprint(),
                "signal:" + signal.id(),
                signal.lastSeenAt(),
                "signal",
                signal.id(),
                signal.fingerprint());
    }
}
