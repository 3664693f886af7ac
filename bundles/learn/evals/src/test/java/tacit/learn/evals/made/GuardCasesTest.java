package tacit.learn.evals.made;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.learn.evals.made.Depot.SCOPE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.learn.ClusterState;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.FailureRecord;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayCase.Origin;
import tacit.api.learn.ReplayCase.State;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;
import tacit.learn.evals.replay.ReplayTexts;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class GuardCasesTest {

    private Depot depot;

    @BeforeEach
    void open(Database database) {
        depot = new Depot(database);
    }

    @Test
    void makesACaseOfTheCallToBlameAndOneOfItsKindThatWentWell() {
        List<ReplayCase> made = depot.succeeded(0, 4).failed(0, 4);

        assertThat(made).hasSize(8).containsExactlyInAnyOrderElementsOf(depot.all());
        String family = depot.families().get(0).id();
        assertThat(made).allSatisfy(one -> {
            assertThat(one.origin()).isEqualTo(Origin.CLUSTER);
            assertThat(one.source()).isEqualTo(family);
            assertThat(one.owner()).isEqualTo("rule:cases");
            assertThat(one.situation().role()).isEqualTo("guard");
            assertThat(one.situation().method()).isEqualTo("decide(GuardQuestion)");
        });
        assertThat(made.stream().collect(Collectors.groupingBy(ReplayCase::older, Collectors.counting())))
                .containsEntry(true, 4L)
                .containsEntry(false, 4L);
    }

    @Test
    void asksWhatStoodBeforeTheCallAndNotWhatCameOfIt() {
        ReplayCase refusing = depot.succeeded(0, 2).failed(0, 2).stream()
                .filter(one -> one.situation().inputs().contains("X0"))
                .findFirst()
                .orElseThrow();

        assertThat(refusing.situation().inputs())
                .contains("\"tool\":\"send_parcel\"")
                .contains("Send my parcel of run f0")
                .doesNotContain("no such parcel");
        assertThat(refusing.situation().clock()).isEqualTo(Depot.BEGIN.plusSeconds(5));
        assertThat(depot.cases.judge(refusing, "{\"effect\":\"ALLOW\"}")).isPresent();
        assertThat(depot.cases.judge(refusing, "{\"effect\":\"ASK\"}")).isEmpty();
        assertThat(depot.cases.judge(refusing, "{\"effect\":\"DENY\"}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givesNothingToAGuardThatRefusesEverything(boolean older) {
        depot.succeeded(0, 12).failed(0, 12);

        assertThat(depot.met(older, "DENY")).isPositive();
        assertThat(depot.met(older, "ALLOW")).isGreaterThanOrEqualTo(depot.met(older, "DENY"));
    }

    @Test
    void makesTheSameCasesOnce() {
        depot.succeeded(0, 4).failed(0, 4);
        List<ReplayCase> before = depot.all();

        assertThat(depot.maker.make(SCOPE, depot.families(), List.of("f0", "f1", "s0")))
                .isEmpty();
        assertThat(depot.all()).isEqualTo(before);
    }

    @Test
    void makesNoneOfFailuresUntilACallOfTheirKindWentWell() {
        assertThat(depot.failed(0, 4)).isEmpty();

        depot.succeeded(0, 4);

        assertThat(depot.maker.make(SCOPE, depot.families(), List.of("s0"))).hasSize(8);
    }

    @Test
    void makesNoneWhereNoRunOfTheSameSideWentWell() {
        depot.succeeded(6, 8);

        List<ReplayCase> made = depot.failed(0, 8);

        assertThat(made).isNotEmpty().allMatch(one -> !one.older());
    }

    @Test
    void takesNoRunOfTacitsOwnForOneThatWentWell() {
        depot.succeeded(0, 4);
        for (int n = 0; n < 4; n++) {
            Trace own =
                    Trace.builder("s" + n).attribute(Attribute.OWN_RUN, true).build();
            depot.traces.append(SCOPE, List.of(TraceUpdate.of(own, List.of())));
        }

        assertThat(depot.failed(0, 4)).isEmpty();
    }

    @Test
    void makesNoneOfAFamilyThatWasSeenOnce() {
        assertThat(depot.succeeded(0, 4).failed(0, 1)).isEmpty();
    }

    @Test
    void keepsATaskOnOneSide() {
        for (int trial = 0; trial < 6; trial++) {
            depot.run("s" + trial, "one task", 10 * trial, OutcomeLabel.SUCCESS, "P" + trial);
            depot.run("f" + trial, "one task", 10 * trial + 1, OutcomeLabel.FAILURE, "X" + trial);
        }
        depot.learn(List.of(
                Depot.record("f0", "one task", 1),
                Depot.record("f3", "one task", 31),
                Depot.record("f5", "one task", 51)));

        assertThat(depot.all()).hasSize(6).allMatch(ReplayCase::older);
    }

    @Test
    void waitsForTheWordOnARunAndLooksAgainWhenItChanges() {
        depot.succeeded(0, 2);
        for (int n = 0; n < 2; n++) {
            depot.run("f" + n, "task " + n, n, OutcomeLabel.UNKNOWN, "X" + n);
        }
        assertThat(depot.learn(List.of(Depot.record("f0", "task 0", 0), Depot.record("f1", "task 1", 1))))
                .isEmpty();

        depot.run("f0", "task 0", 0, OutcomeLabel.FAILURE, "X0");

        assertThat(depot.maker.make(SCOPE, List.of(), List.of("s0"))).isEmpty();
        assertThat(depot.maker.make(SCOPE, List.of(), List.of("f0"))).hasSize(2);
        assertThat(depot.maker.make(SCOPE, List.of(), List.of("f0"))).isEmpty();
    }

    @Test
    void looksBehindTheOutermostFailuresWhereThoseWereLookedAt() {
        depot.succeeded(120, 124);
        List<FailureRecord> records = new ArrayList<>();
        for (int n = 0; n < 250; n++) {
            // of most runs nothing is stored, so their failures wait
            if (n >= 120 && n < 124) {
                depot.run("f" + n, "task " + n, n, OutcomeLabel.FAILURE, "X" + n);
            }
            records.add(Depot.record("f" + n, "task " + n, n));
        }
        assertThat(depot.learn(records)).isEmpty();

        for (int look = 0; look < 7; look++) {
            depot.maker.make(SCOPE, depot.families(), List.of());
        }

        assertThat(depot.all()).hasSize(8);
    }

    @Test
    void keepsToWhatAFamilyAndAWorkspaceMayHave() {
        depot.maker = depot.maker(Map.of("most_of_family", 4), Depot.guard(""));
        depot.succeeded(0, 12).failed(0, 12);
        assertThat(depot.all()).hasSize(8);

        depot.maker = depot.maker(Map.of("most", 10, "most_of_family", 10), Depot.guard(""));
        depot.maker.make(SCOPE, depot.families(), List.of());

        assertThat(depot.all()).hasSize(10);
    }

    @Test
    void makesNoneWhereItIsSwitchedOff() {
        depot.maker = depot.maker(Map.of("most_of_family", 0), Depot.guard(""));

        assertThat(depot.succeeded(0, 4).failed(0, 4)).isEmpty();
    }

    @Test
    void letsCasesExpire() {
        ReplayCase made = depot.succeeded(0, 2).failed(0, 2).get(0);

        assertThat(made.expiresAt()).isEqualTo(depot.clock.instant().plus(Duration.ofDays(180)));
    }

    @Test
    void wantsNothingAllowedThatAHardLimitStops() {
        String input = "{\"command\":\"sudo rm -rf /\"}";
        for (int n = 0; n < 2; n++) {
            depot.run("s" + n, "task " + n, n, OutcomeLabel.SUCCESS, "send_parcel", input, null);
        }

        assertThat(depot.failed(0, 2)).isEmpty();
    }

    @Test
    void looksAgainWhenAGuardIsInForce() {
        depot.harness.provided = List.of();
        depot.maker = depot.maker(Map.of(), question -> {
            throw new IllegalStateException("Role 'guard' has no provider");
        });
        assertThat(depot.succeeded(0, 2).failed(0, 2)).isEmpty();

        depot.harness.provided = List.of("guard");
        depot.maker = depot.maker(Map.of(), Depot.guard(""));

        assertThat(depot.maker.make(SCOPE, depot.families(), List.of())).hasSize(4);
    }

    @Test
    void retiresTheCasesOfAFamilyThatIsDismissed() {
        depot.succeeded(0, 2).failed(0, 2);
        depot.clusters.addListener(new Retiring(depot.cases, depot.database));

        dismiss();

        assertThat(depot.all()).hasSize(4).allMatch(one -> one.state() == State.RETIRED);
        assertThat(depot.cases.reviews(SCOPE, depot.all().get(0).id()))
                .singleElement()
                .satisfies(review -> assertThat(review.by()).isEqualTo("rule:cases"));
    }

    @Test
    void retiresThemLaterWhereNobodyHeardOfIt() {
        depot.succeeded(0, 2).failed(0, 2);
        dismiss();
        assertThat(depot.all()).allMatch(one -> one.state() == State.ACTIVE);

        depot.maker(Map.of(), Depot.guard("")).make(SCOPE, List.of(), List.of());

        assertThat(depot.all()).hasSize(4).allMatch(one -> one.state() == State.RETIRED);
    }

    private void dismiss() {
        FailureCluster family = depot.families().get(0);
        depot.clusters.move(SCOPE, family.id(), ClusterState.DISMISSED, family.version(), "ada");
    }

    @Test
    void keepsItsHandsOffOtherFamiliesAndCasesOfPeople() {
        depot.succeeded(0, 2).failed(0, 2);
        FailureCluster family = depot.families().get(0);
        Retiring retiring = new Retiring(depot.cases, depot.database);

        retiring.moved(SCOPE, family);
        retiring.moved(Scope.ofWorkspace("other"), family);

        assertThat(depot.all()).allMatch(one -> one.state() == State.ACTIVE);
        assertThat(depot.cases
                        .list(Scope.ofWorkspace("other"), "", PageRequest.first(1))
                        .total())
                .isZero();
    }

    @Test
    void forgetsTheCasesOfAUserWhoIsForgotten() {
        depot.succeeded(0, 2);
        depot.failed(0, 2);
        ReplayTexts texts = new ReplayTexts(depot.database, depot.traces);

        texts.forgetUser(new Scope(SCOPE.workspaceId(), "bob"));
        assertThat(depot.all()).hasSize(4);
        texts.forgetUser(new Scope(SCOPE.workspaceId(), "ada"));

        assertThat(depot.all()).isEmpty();
        assertThat(depot.maker.make(SCOPE, depot.families(), List.of("f0", "f1")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"most_of_family", "most", "failures", "runs", "expire_days"})
    void refusesSettingsOutOfBounds(String setting) {
        assertThatThrownBy(() -> depot.maker(Map.of(setting, -1), Depot.guard("")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(setting.replace('_', '.') + " must be in [")
                .hasMessageEndingWith("got -1");
    }
}
