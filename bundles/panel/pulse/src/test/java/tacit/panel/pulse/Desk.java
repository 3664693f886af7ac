package tacit.panel.pulse;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.Urgency;
import tacit.api.reflect.Suggestion;
import tacit.api.reflect.SuggestionDesk;
import tacit.api.reflect.SuggestionDraft;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/** Suggestions in memory; it notes what it was told. */
final class Desk implements SuggestionDesk {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    final List<Suggestion> all = new ArrayList<>();
    final List<String> acts = new ArrayList<>();

    Desk with(String id, String workspace, @Nullable String user, String text) {
        SuggestionDraft draft = new SuggestionDraft(
                id,
                "p1",
                workspace,
                user,
                SuggestionDraft.Type.FOLLOW_UP,
                SuggestionDraft.Topic.OPEN_LOOP,
                "heartbeat",
                text,
                "The build of the shop is red since Monday: " + text,
                "Three runs failed alike. " + text,
                "Run the tests of the shop and mend what fails. " + text,
                0.82,
                Urgency.HIGH,
                List.of("trace:t1", "cluster:c1", "note:" + text),
                "heartbeat:p0",
                "workspace:" + workspace);
        all.add(new Suggestion(
                id,
                draft,
                Suggestion.State.OPEN,
                0.9,
                List.of("confidence 0.82", "people took up 2 of 3 like it", text),
                null,
                NOON.minusSeconds(600),
                null,
                null,
                NOON.minusSeconds(3600),
                NOON.plus(Duration.ofDays(7))));
        return this;
    }

    private Optional<Suggestion> become(String id, Suggestion.State state, Suggestion.Response response, String said) {
        for (int i = 0; i < all.size(); i++) {
            Suggestion one = all.get(i);
            if (one.id().equals(id)) {
                if (one.state() != Suggestion.State.OPEN && one.state() != Suggestion.State.SNOOZED) {
                    throw new IllegalStateException("Cannot answer suggestion '" + id + "': it is " + one.state());
                }
                acts.add(said);
                all.set(
                        i,
                        new Suggestion(
                                id,
                                one.draft(),
                                state,
                                one.score(),
                                one.scored(),
                                state == Suggestion.State.SNOOZED ? NOON.plusSeconds(3600) : null,
                                one.surfacedAt(),
                                response,
                                state == Suggestion.State.ACTED ? "d1" : null,
                                one.createdAt(),
                                one.expiresAt()));
                return Optional.of(all.get(i));
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Suggestion> act(String id, @Nullable String edited, String by) {
        return become(id, Suggestion.State.ACTED, Suggestion.Response.ACTED, "act " + id + " " + edited + " " + by);
    }

    @Override
    public Optional<Suggestion> snooze(String id, Duration time, String by) {
        String said = "snooze " + id + " " + time + " " + by;
        return become(id, Suggestion.State.SNOOZED, Suggestion.Response.SNOOZED, said);
    }

    @Override
    public Optional<Suggestion> dismiss(String id, @Nullable String reason, String by) {
        String said = "dismiss " + id + " " + reason + " " + by;
        return become(id, Suggestion.State.DISMISSED, Suggestion.Response.DISMISSED, said);
    }

    @Override
    public Page<Suggestion> list(@Nullable String workspaceId, Suggestion.@Nullable State state, PageRequest page) {
        List<Suggestion> fitting = all.stream()
                .filter(one -> one.draft().workspaceId().equals(workspaceId))
                .filter(one -> state == null || one.state() == state)
                .toList();
        return new Page<>(
                fitting.stream().skip(page.offset()).limit(page.limit()).toList(), page.offset(), fitting.size());
    }

    @Override
    public Optional<Suggestion> find(String id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    @Override
    public Offer offer(SuggestionDraft draft) {
        throw new UnsupportedOperationException("A panel offers nothing");
    }

    @Override
    public List<Suggestion> show(String workspaceId, @Nullable String userId, int limit) {
        throw new UnsupportedOperationException("A look at the panel must not count as shown");
    }

    @Override
    public int offered(String profileId, Instant since) {
        throw new UnsupportedOperationException("Not asked by a panel");
    }

    @Override
    public int age() {
        throw new UnsupportedOperationException("Not done by a panel");
    }
}
