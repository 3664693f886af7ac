package tacit.learn.evals.made;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.learn.evals.made.Depot.BEGIN;
import static tacit.learn.evals.made.Depot.SCOPE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayCase.Origin;
import tacit.api.pulse.Urgency;
import tacit.api.reflect.Suggestion;
import tacit.api.reflect.Suggestion.Response;
import tacit.api.reflect.Suggestion.State;
import tacit.api.reflect.SuggestionDraft;
import tacit.api.reflect.SuggestionPolicy;
import tacit.api.reflect.SuggestionSituation;
import tacit.api.reflect.SuggestionSituation.Tally;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.pulse.suggestions.ResponsePolicy;
import tacit.runtime.calls.JsonCalls;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class SuggestionCasesTest {

    private Depot depot;
    private SuggestionCases maker;

    @BeforeEach
    void open(Database database) {
        depot = new Depot(database);
        depot.harness.provided = List.of("suggestions");
        depot.succeeded(0, 11);
        maker = maker(Map.of());
    }

    private SuggestionCases maker(Map<String, ?> settings) {
        return new SuggestionCases(
                depot.database,
                depot.cases,
                new JsonCalls(),
                depot.clock,
                Configurations.of(SuggestionCases.Config.class, settings));
    }

    private void answer(int minute, double confidence, Response response) {
        Instant at = BEGIN.plus(Duration.ofMinutes(minute));
        SuggestionDraft draft = new SuggestionDraft(
                "key " + minute,
                "p1",
                SCOPE.workspaceId(),
                null,
                SuggestionDraft.Type.FOLLOW_UP,
                SuggestionDraft.Topic.OPEN_LOOP,
                "heartbeat",
                "Write to hive " + minute,
                "It was promised",
                "",
                null,
                confidence,
                Urgency.MEDIUM,
                List.of(),
                null,
                null);
        State state = response == Response.DISMISSED ? State.DISMISSED : State.ACTED;
        Suggestion said = new Suggestion(
                "s" + minute, draft, state, 1, List.of(), null, at, response, null, at, at.plus(Duration.ofDays(7)));
        SuggestionSituation asked = new SuggestionSituation(draft, at, 8.5, null, Tally.NONE, List.of(), List.of(), 10);
        maker.answered(said, response, asked);
    }

    private List<ReplayCase> all() {
        return depot.cases.list(SCOPE, "suggestions", PageRequest.first(100)).rows();
    }

    private long met(SuggestionPolicy policy) {
        return all().stream()
                .filter(one -> depot.cases
                        .judge(
                                one,
                                new JsonCalls()
                                        .ask(
                                                policy,
                                                SuggestionPolicy.class,
                                                one.situation().method(),
                                                one.situation().inputs()))
                        .isEmpty())
                .count();
    }

    private static SuggestionPolicy policy(double leastWorth) {
        return new ResponsePolicy(Configurations.of(ResponsePolicy.Config.class, Map.of("least_worth", leastWorth)));
    }

    @Test
    void asksForWhatWasActedOnAndNotForWhatWasDismissed() {
        answer(1, .9, Response.ACTED);
        answer(2, .8, Response.EDITED);
        answer(3, .5, Response.DISMISSED);

        assertThat(all()).hasSize(3).allSatisfy(one -> {
            assertThat(one.origin()).isEqualTo(Origin.SUGGESTION);
            assertThat(one.owner()).isEqualTo("rule:cases");
            assertThat(one.situation().method()).isEqualTo("judge(SuggestionSituation)");
        });
        assertThat(met(policy(.4))).isEqualTo(2);
        assertThat(met(policy(.7))).isEqualTo(3);
        assertThat(met(policy(1))).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Response.class,
            names = {"SNOOZED", "IGNORED"})
    void makesNothingOfWhatDoesNotTell(Response response) {
        answer(1, .9, response);

        assertThat(all()).isEmpty();
    }

    @Test
    void makesTheSameCaseOnce() {
        answer(1, .9, Response.ACTED);
        answer(1, .9, Response.ACTED);

        assertThat(all()).hasSize(1);
    }

    @Test
    void givesNothingToAPolicyThatTakesNothing() {
        answer(1, .5, Response.DISMISSED);
        assertThat(all()).isEmpty();

        answer(2, .9, Response.ACTED);
        answer(3, .5, Response.DISMISSED);
        answer(4, .5, Response.DISMISSED);

        assertThat(all()).extracting(ReplayCase::source).containsExactlyInAnyOrder("s2", "s3");
    }

    @Test
    void dividesThemByTimeAndKeepsThemFromExpiringTooSoon() {
        answer(1, .9, Response.ACTED);
        answer(10, .9, Response.ACTED);

        assertThat(all()).extracting(ReplayCase::older).containsExactly(false, true);
        assertThat(all().get(0).expiresAt()).isEqualTo(depot.clock.instant().plus(Duration.ofDays(180)));
    }

    @Test
    void keepsToWhatAWorkspaceMayHave() {
        maker = maker(Map.of("most", 1, "expire_days", 0));
        answer(1, .9, Response.ACTED);
        answer(2, .9, Response.ACTED);

        assertThat(all()).singleElement().satisfies(one -> assertThat(one.expiresAt())
                .isNull());
        assertThatThrownBy(() -> maker(Map.of("most", -1))).hasMessage("most must be in [0, 10000], got -1");
        assertThatThrownBy(() -> maker(Map.of("expire_days", -1))).hasMessageStartingWith("expire.days must be in");
    }

    @Test
    void makesNoneWhereNoPolicyIsInForce() {
        depot.harness.provided = List.of();

        answer(1, .9, Response.ACTED);

        assertThat(all()).isEmpty();
    }
}
