package tacit.pulse.offers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.reflect.Suggestion;
import tacit.api.reflect.Suggestion.State;
import tacit.api.reflect.SuggestionJudgement;
import tacit.api.store.Database;

/** Chooses the suggestions that are worth showing now, the best first. Thread-safe. */
final class Showing {

    /** Being shown again before that is the same showing. */
    private static final Duration SAME_SHOWING = Duration.ofHours(6);

    private record Judged(Suggestion suggestion, SuggestionJudgement judgement) {}

    private final Database database;
    private final Judging judging;
    private final Clock clock;

    Showing(Database database, Judging judging, Clock clock) {
        this.database = database;
        this.judging = judging;
        this.clock = clock;
    }

    List<Suggestion> show(String workspaceId, @Nullable String userId, int limit, int mostOpen) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Judged> judged = new ArrayList<>();
        for (Suggestion one : database.read(session -> new SuggestionRows(session).waiting(workspaceId))) {
            if (visible(one, userId, now)) {
                judged.add(new Judged(one, judging.again(one, mostOpen)));
            }
        }
        List<Judged> shown = judged.stream()
                .filter(one -> one.judgement().shown())
                .sorted(Comparator.comparingDouble(
                                (Judged one) -> -one.judgement().score())
                        .thenComparing(one -> one.suggestion().id()))
                .limit(limit)
                .toList();
        return shown.isEmpty() ? List.of() : kept(shown, now);
    }

    private List<Suggestion> kept(List<Judged> shown, Instant now) {
        if (shown.stream().noneMatch(one -> isNews(one, now))) {
            return shown.stream().map(Judged::suggestion).toList();
        }
        return database.write(session -> {
            SuggestionRows rows = new SuggestionRows(session);
            List<Suggestion> answers = new ArrayList<>();
            for (Judged one : shown) {
                String id = one.suggestion().id();
                rows.judged(id, one.judgement());
                if (fresh(one.suggestion(), now)) {
                    rows.surfaced(id, now);
                }
                rows.find(id).ifPresent(answers::add);
            }
            return answers;
        });
    }

    private static boolean isNews(Judged one, Instant now) {
        return one.judgement().score() != one.suggestion().score()
                || !one.judgement().scored().equals(one.suggestion().scored())
                || fresh(one.suggestion(), now);
    }

    private static boolean visible(Suggestion one, @Nullable String userId, Instant now) {
        String owner = one.draft().userId();
        boolean awake = one.state() == State.OPEN || (one.snoozedUntil() != null && !now.isBefore(one.snoozedUntil()));
        return awake && now.isBefore(one.expiresAt()) && (owner == null || owner.equals(userId));
    }

    /** The first showing counts for being ignored; it stays while nobody answers. */
    private static boolean fresh(Suggestion one, Instant now) {
        return one.surfacedAt() == null
                || (one.response() != null && now.isAfter(one.surfacedAt().plus(SAME_SHOWING)));
    }
}
