package tacit.pulse.offers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.reflect.Suggestion;
import tacit.api.reflect.SuggestionDraft;
import tacit.api.reflect.SuggestionJudgement;
import tacit.api.reflect.SuggestionPolicy;
import tacit.api.reflect.SuggestionSituation;
import tacit.api.reflect.SuggestionSituation.Open;
import tacit.api.store.Database;

/** Asks the policy about suggestions, with what was said before. Thread-safe. */
final class Judging {

    /** So long an answer counts: people change their minds, and a pattern that was refused gets another chance. */
    static final Duration REMEMBERED = Duration.ofDays(30);

    private final Database database;
    private final SuggestionPolicy policy;
    private final Clock clock;

    Judging(Database database, SuggestionPolicy policy, Clock clock) {
        this.database = database;
        this.policy = policy;
        this.clock = clock;
    }

    SuggestionJudgement offer(SuggestionDraft draft, int mostOpen) {
        return policy.judge(situation(draft, null, mostOpen));
    }

    SuggestionJudgement again(Suggestion suggestion, int mostOpen) {
        return policy.judge(situation(suggestion.draft(), suggestion, mostOpen));
    }

    /**
     * The question as it was when a suggestion was offered, as far as that can be told: with nothing that was said later, and with
     * those of the others that are still open.
     */
    SuggestionSituation whenOffered(Suggestion suggestion, int mostOpen) {
        SuggestionDraft draft = suggestion.draft();
        Instant then = suggestion.createdAt();
        String pattern = Pattern.of(draft);
        return database.read(session -> {
            ResponseRows responses = new ResponseRows(session);
            List<Open> open = new SuggestionRows(session)
                    .waiting(draft.workspaceId()).stream()
                            .filter(one -> !one.id().equals(suggestion.id())
                                    && one.createdAt().isBefore(then))
                            .map(SuggestionRows::open)
                            .toList();
            return new SuggestionSituation(
                    draft,
                    then,
                    hour(then),
                    null,
                    responses.tally(draft.workspaceId(), pattern, then.minus(REMEMBERED), then),
                    responses.others(draft.workspaceId(), pattern, then.minus(REMEMBERED), then),
                    open,
                    mostOpen);
        });
    }

    SuggestionSituation situation(SuggestionDraft draft, @Nullable Suggestion itself, int mostOpen) {
        Instant now = clock.instant();
        String pattern = Pattern.of(draft);
        return database.read(session -> {
            ResponseRows responses = new ResponseRows(session);
            List<Open> open = new SuggestionRows(session)
                    .open(draft.workspaceId()).stream()
                            .filter(one -> itself == null || !one.id().equals(itself.id()))
                            .toList();
            return new SuggestionSituation(
                    draft,
                    now,
                    hour(now),
                    itself == null ? null : itself.createdAt(),
                    responses.tally(draft.workspaceId(), pattern, now.minus(REMEMBERED)),
                    responses.others(draft.workspaceId(), pattern, now.minus(REMEMBERED)),
                    open,
                    mostOpen);
        });
    }

    double hour(Instant now) {
        ZonedDateTime local = now.atZone(clock.getZone());
        return local.getHour() + local.getMinute() / 60.0;
    }
}
