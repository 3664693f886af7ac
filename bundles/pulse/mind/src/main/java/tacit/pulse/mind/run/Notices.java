package tacit.pulse.mind.run;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.autonomy.Approval;
import tacit.api.pulse.AutomationProfile;
import tacit.api.reflect.ReflectionJudgement.Intent;
import tacit.api.reflect.ReflectionNotice;
import tacit.api.reflect.ReflectionNotice.State;
import tacit.api.reflect.ReflectionRun;
import tacit.api.reflect.ReflectionRun.Outcome;
import tacit.api.reflect.ReflectionSettings;
import tacit.pulse.mind.Mind;
import tacit.pulse.mind.store.Digest;
import tacit.pulse.mind.store.JournalRows;
import tacit.pulse.mind.store.NoticeRows;

/** Tells people what was done or is asked of them: not too often, and not at night unless they are asked. Thread-safe. */
@Component(service = Notices.class)
public final class Notices {

    private static final int LONGEST_TITLE = 160;
    private static final int LONGEST_TEXT = 600;

    private final Mind mind;
    private final Telling telling;

    @Activate
    public Notices(@Reference Mind mind, @Reference Telling telling) {
        this.mind = mind;
        this.telling = telling;
    }

    /** Suggestions show themselves; what was only put off is no news. */
    void tell(Cycle cycle, Intent judged, Started started) {
        boolean asked = started.status().equals("queued");
        if (!asked && started.outcome() != Outcome.DISPATCH && started.outcome() != Outcome.NOTIFY) {
            return;
        }
        Intent intent = asked ? Intent.INPUT_NEEDED : done(judged);
        ReflectionNotice notice = notice(cycle, intent, started);
        boolean fresh = mind.write(session -> new NoticeRows(session).add(notice));
        if (fresh && notice.state() != State.HELD) {
            telling.journal(cycle, JournalRows.Kind.NOTIFICATION, notice.title(), null);
        }
    }

    /** What was started is told as done, also where the policy would have asked people. */
    private static Intent done(Intent judged) {
        return judged == Intent.INPUT_NEEDED ? Intent.COMPLETED_WHILE_AWAY : judged;
    }

    /** Tells that something was done without a question, since that was earned: each act once, however soon after another. */
    public void acted(AutomationProfile profile, ReflectionSettings.Notices rules, Approval act) {
        Instant now = mind.now();
        Instant due = quietUntil(rules, now).orElse(now);
        boolean on = rules.intents().contains(Intent.IMPORTANT_ACTION_TAKEN);
        State state = !on ? State.HELD : due.isAfter(now) ? State.WAITING : State.SHOWN;
        ReflectionNotice notice = new ReflectionNotice(
                Digest.id("rn_", "act", act.id()),
                profile.id(),
                act.request().workspaceId(),
                Intent.IMPORTANT_ACTION_TAKEN,
                mind.words("Done without a question: " + act.request().summary(), LONGEST_TITLE),
                mind.words(act.decision().reason(), LONGEST_TEXT),
                "approval:" + act.id(),
                state,
                !on ? "switched off" : state == State.WAITING ? "quiet hours" : "",
                now,
                due,
                null);
        mind.write(session -> new NoticeRows(session).add(notice));
    }

    private ReflectionNotice notice(Cycle cycle, Intent intent, Started started) {
        ReflectionRun run = cycle.run();
        ReflectionSettings.Notices rules = cycle.settings().notices();
        Instant now = mind.now();
        Instant due =
                intent == Intent.INPUT_NEEDED ? now : quietUntil(rules, now).orElse(now);
        String held = held(run, rules, intent, due);
        State state = !held.isEmpty() ? State.HELD : due.isAfter(now) ? State.WAITING : State.SHOWN;
        return new ReflectionNotice(
                Digest.id("rn_", run.id(), intent),
                run.profileId(),
                run.workspaceId(),
                intent,
                mind.words(started.words(), LONGEST_TITLE),
                mind.words(run.summary(), LONGEST_TEXT),
                run.id(),
                state,
                state == State.WAITING ? "quiet hours" : held,
                now,
                due,
                null);
    }

    private String held(ReflectionRun run, ReflectionSettings.Notices rules, Intent intent, Instant due) {
        if (!rules.intents().contains(intent)) {
            return "switched off";
        }
        Optional<Instant> last = mind.read(session -> new NoticeRows(session).lastDue(run.profileId(), intent));
        return last.filter(time -> due.isBefore(time.plus(rules.throttle()))).isPresent()
                ? "less than " + rules.throttle().toMinutes() + " minutes after another"
                : "";
    }

    /** The end of the quiet hours, when they are now. */
    static Optional<Instant> quietUntil(ReflectionSettings.Notices rules, Instant now) {
        ZonedDateTime local = now.atZone(ZoneId.of(rules.timezone()));
        int hour = local.getHour();
        int from = rules.quietFrom();
        int until = rules.quietUntil();
        boolean quiet = from < until ? hour >= from && hour < until : from > until && (hour >= from || hour < until);
        if (!quiet) {
            return Optional.empty();
        }
        ZonedDateTime end = local.toLocalDate().atTime(until, 0).atZone(local.getZone());
        return Optional.of((end.isAfter(local) ? end : end.plusDays(1)).toInstant());
    }

    /** Shows those whose time has come. */
    public int show() {
        return mind.write(session -> new NoticeRows(session).show(mind.now()));
    }
}
