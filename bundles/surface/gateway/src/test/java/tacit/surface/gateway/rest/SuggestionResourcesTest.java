package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.pulse.Urgency;
import tacit.api.reflect.Suggestion;
import tacit.api.reflect.SuggestionDesk;
import tacit.api.reflect.SuggestionDraft;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.runtime.testkit.openapi.Conformance;

class SuggestionResourcesTest {

    private final ListDesk desk = new ListDesk();
    private final SuggestionsResource list = new SuggestionsResource(desk);
    private final SuggestionActResource act = new SuggestionActResource(desk);

    @Test
    void showsAUserOnlyWhatIsForThatUser() {
        desk.with("s1", "default", null).with("s2", "default", "ada").with("s3", "default", "ben");

        assertThat(ids(new FakeCall().in(new Scope("default", "ada"))))
                .contains("s1", "s2")
                .doesNotContain("s3");
        assertThat(ids(new FakeCall())).contains("s1", "s2", "s3");
    }

    private String ids(FakeCall call) {
        return Conformance.answer(list, call).toString();
    }

    @Test
    void showsWhatIsWorthShowing() {
        desk.with("s1", "default", null);

        assertThat(ids(new FakeCall().asking("show", "true").asking("limit", "5")))
                .contains("s1");
        assertThat(desk.acts).containsExactly("show default 5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "act; {}; act s1 null ann",
                "act; {\"edited\":\"Do less\"}; act s1 Do less ann",
                "snooze; {\"minutes\":30}; snooze s1 PT30M ann",
                "snooze; {}; snooze s1 PT24H ann",
                "dismiss; {\"reason\":\"late\"}; dismiss s1 late ann"
            })
    void answersOne(String verb, String body, String expected) {
        desk.with("s1", "default", null);

        act.handle(FakeCall.json(body).at("id", "s1").at("act", verb));

        assertThat(desk.acts).containsExactly(expected);
    }

    @Test
    void refusesWhatIsNotThereOrNotOpen() {
        desk.with("s1", "other", null).with("s2", "default", null);

        assertThatThrownBy(() -> act.handle(FakeCall.json("{}").at("id", "s1").at("act", "act")))
                .hasMessage("No such suggestion in the scope of the token");
        assertThatThrownBy(() -> act.handle(FakeCall.json("{}").at("id", "s2").at("act", "eat")))
                .hasMessage("A suggestion can be answered by act, snooze and dismiss");
        assertThatThrownBy(() -> act.handle(
                        FakeCall.json("{\"minutes\":0}").at("id", "s2").at("act", "snooze")))
                .hasMessage("minutes must be a whole number in [1, 129600]");
        desk.over = true;
        assertThatThrownBy(() -> act.handle(FakeCall.json("{}").at("id", "s2").at("act", "act")))
                .hasMessage("it is over");
        assertThat(desk.acts).isEmpty();
    }

    private static final class ListDesk implements SuggestionDesk {

        private final List<Suggestion> all = new ArrayList<>();
        private final List<String> acts = new ArrayList<>();
        private boolean over;

        ListDesk with(String id, String workspace, @Nullable String user) {
            SuggestionDraft draft = new SuggestionDraft(
                    id,
                    "p1",
                    workspace,
                    user,
                    SuggestionDraft.Type.INSIGHT,
                    SuggestionDraft.Topic.GENERAL,
                    "heartbeat",
                    "Title of " + id,
                    "now",
                    "",
                    null,
                    .5,
                    Urgency.LOW,
                    List.of(),
                    null,
                    null);
            all.add(new Suggestion(
                    id,
                    draft,
                    Suggestion.State.OPEN,
                    .5,
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    Instant.EPOCH,
                    Instant.MAX));
            return this;
        }

        @Override
        public int offered(String profileId, Instant since) {
            return 0;
        }

        @Override
        public Offer offer(SuggestionDraft draft) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Suggestion> show(String workspaceId, @Nullable String userId, int limit) {
            acts.add("show " + workspaceId + " " + limit);
            return all;
        }

        @Override
        public Page<Suggestion> list(@Nullable String workspaceId, Suggestion.@Nullable State state, PageRequest page) {
            return new Page<>(all, 0, all.size());
        }

        @Override
        public Optional<Suggestion> find(String id) {
            return all.stream().filter(one -> one.id().equals(id)).findFirst();
        }

        @Override
        public Optional<Suggestion> act(String id, @Nullable String edited, String by) {
            return answer("act " + id + " " + edited + " " + by, id);
        }

        @Override
        public Optional<Suggestion> snooze(String id, Duration time, String by) {
            return answer("snooze " + id + " " + time + " " + by, id);
        }

        @Override
        public Optional<Suggestion> dismiss(String id, @Nullable String reason, String by) {
            return answer("dismiss " + id + " " + reason + " " + by, id);
        }

        private Optional<Suggestion> answer(String said, String id) {
            if (over) {
                throw new IllegalStateException("it is over");
            }
            acts.add(said);
            return find(id);
        }

        @Override
        public int age() {
            return 0;
        }
    }
}
