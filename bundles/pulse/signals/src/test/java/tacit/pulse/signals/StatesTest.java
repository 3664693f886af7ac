package tacit.pulse.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.pulse.signals.Ledger.draft;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tacit.api.pulse.Signal;
import tacit.api.pulse.Signals.Deferral;
import tacit.api.pulse.Signals.State;
import tacit.api.store.Database;
import tacit.api.store.StoreException;
import tacit.runtime.testkit.EachDatabase;

/** Which moves of a signal there are, and that there are no others. */
class StatesTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private static Signal in(State state, Ledger ledger) {
        Signal signal = ledger.one(draft("in " + state));
        switch (state) {
            case OPEN -> assertThat(ledger.open()).contains(signal);
            case DEFERRED ->
                ledger.signals.defer(
                        "p1", List.of(signal), "foreground_active", ledger.now().plus(HOUR));
            case CONSUMED -> ledger.signals.consume(List.of(signal), "run-1");
            case EXPIRED -> ledger.clock.pass(Duration.ofDays(2));
            case DISMISSED -> ledger.signals.dismiss(signal.id(), "operator", "no");
        }
        assertThat(ledger.state(signal)).isEqualTo(state);
        return signal;
    }

    @EachDatabase
    void movesFromOpenAndDeferredToEachEnd(Database database) {
        Ledger ledger = new Ledger(database);
        for (State from : List.of(State.OPEN, State.DEFERRED)) {
            Signal consumed = in(from, ledger);
            assertThat(ledger.signals.consume(List.of(consumed), "run-1")).containsExactly(consumed.id());
            assertThat(ledger.state(consumed)).isEqualTo(State.CONSUMED);

            Signal dismissed = in(from, ledger);
            assertThat(ledger.signals.dismiss(dismissed.id(), "operator", "no")).isTrue();
            assertThat(ledger.state(dismissed)).isEqualTo(State.DISMISSED);
        }
    }

    @EachDatabase
    void movesBetweenOpenAndDeferred(Database database) {
        Ledger ledger = new Ledger(database);
        Signal signal = in(State.DEFERRED, ledger);

        ledger.signals.resume("p1");

        assertThat(ledger.state(signal)).isEqualTo(State.OPEN);
        assertThat(ledger.open()).singleElement().satisfies(open -> assertThat(open.deferred())
                .isEqualTo(1));
    }

    @EachDatabase
    void refusesEachMoveFromAnEnd(Database database) {
        Ledger ledger = new Ledger(database);
        for (State end : List.of(State.CONSUMED, State.EXPIRED, State.DISMISSED)) {
            Signal signal = in(end, ledger);

            assertThat(ledger.signals.consume(List.of(signal), "run-2"))
                    .as("%s consumed", end)
                    .isEmpty();
            assertThat(ledger.signals.dismiss(signal.id(), "operator", "again"))
                    .as("%s dismissed", end)
                    .isFalse();
            Deferral none = ledger.signals.defer(
                    "p1", List.of(signal), "x", ledger.now().plus(HOUR));
            assertThat(none.signalIds()).as("%s deferred", end).isEmpty();
            assertThat(ledger.signals.resume("p1")).as("%s resumed", end).isEmpty();
            assertThat(ledger.open()).isEmpty();
        }
    }

    @EachDatabase
    void endsWhatWasSweptForEver(Database database) {
        Ledger ledger = new Ledger(database);
        Signal signal = in(State.EXPIRED, ledger);
        ledger.tell(draft("sweeps"));

        assertThat(ledger.signals.consume(List.of(signal), "run-2")).isEmpty();
        assertThat(ledger.state(signal)).isEqualTo(State.EXPIRED);
    }

    @EachDatabase
    void theDatabaseRefusesEndsThatWaitAndWaitingThatEnded(Database database) {
        Ledger ledger = new Ledger(database);
        Signal open = in(State.OPEN, ledger);
        Signal consumed = in(State.CONSUMED, ledger);

        for (String change : List.of(
                "state = 'CONSUMED'",
                "state = 'EXPIRED'",
                "state = 'DISMISSED'",
                "state = 'GONE'",
                "state = 'DEFERRED'",
                "live = 0",
                "waiting_profile = NULL",
                "waiting_key = NULL",
                "merged_count = 0",
                "confidence = 1.5")) {
            assertThatThrownBy(() -> change(database, open, change)).as(change).isInstanceOf(StoreException.class);
        }
        for (String change : List.of("state = 'OPEN'", "state = 'DEFERRED'", "live = 1")) {
            assertThatThrownBy(() -> change(database, consumed, change))
                    .as(change)
                    .isInstanceOf(StoreException.class);
        }
    }

    private static void change(Database database, Signal signal, String change) {
        database.write(session -> session.update("UPDATE signals SET " + change + " WHERE id = ?", signal.id()));
    }

    @EachDatabase
    void sg10DeliversWhatWasPutOffAfterItsTime(Database database) {
        Ledger ledger = new Ledger(database);
        ledger.tell(draft("The build broke").withEvidence(List.of("trace:1")));
        ledger.tell(draft("The build broke"));
        Deferral deferral = ledger.signals.defer(
                "p1", ledger.open(), "foreground_active", ledger.now().plus(Duration.ofHours(12)));

        ledger.clock.pass(Duration.ofHours(6));

        assertThat(deferral.told()).isEqualTo(2);
        assertThat(deferral.summary())
                .isEqualTo("awareness_signal: 1 signals, told 2 times, strength up to 0.50: 'The build broke'");
        assertThat(ledger.open()).as("past its two hours").hasSize(1);
        assertThat(ledger.signals.deferral("p1")).contains(deferral);
        assertThat(ledger.signals.resume("p1")).contains(deferral);
        assertThat(ledger.signals.deferral("p1")).isEmpty();
        ledger.clock.pass(Duration.ofHours(1));
        assertThat(ledger.open()).as("the next looks find it").hasSize(1);
        ledger.clock.pass(Duration.ofHours(1));
        assertThat(ledger.open()).isEmpty();
    }

    @EachDatabase
    void sg10KeepsADeferralNoLongerThanItsEnd(Database database) {
        Ledger ledger = new Ledger(database);
        Signal signal = ledger.one(draft("a"));
        ledger.signals.defer(
                "p1", List.of(signal), "foreground_active", ledger.now().plus(Duration.ofHours(3)));

        ledger.clock.pass(Duration.ofHours(3));

        assertThat(ledger.signals.deferral("p1")).isEmpty();
        assertThat(ledger.state(signal)).isEqualTo(State.EXPIRED);
    }

    @EachDatabase
    void addsUpDeferralsAndMergesIntoThem(Database database) {
        Ledger ledger = new Ledger(database);
        Signal first = ledger.one(draft("a"));
        ledger.signals.defer(
                "p1", List.of(first), "foreground_active", ledger.now().plus(HOUR));
        ledger.clock.pass(Duration.ofMinutes(1));
        Signal again = ledger.one(draft("a"));
        Signal second = ledger.one(draft("b"));

        Deferral both = ledger.signals.defer(
                "p1", List.of(again, second), "foreground_active", ledger.now().plus(HOUR));

        assertThat(again.mergedCount()).isEqualTo(2);
        assertThat(both.signalIds()).containsExactlyInAnyOrder(first.id(), second.id());
        assertThat(both.told()).isEqualTo(3);
        assertThat(both.since()).isEqualTo(ledger.now().minus(Duration.ofMinutes(1)));
    }

    @EachDatabase
    void leavesSignalsOfOtherProfilesAlone(Database database) {
        Ledger ledger = new Ledger(database);
        Signal others = ledger.one(draft("a").forProfile("p2"));

        ledger.signals.defer(
                "p1", List.of(others), "foreground_active", ledger.now().plus(HOUR));

        assertThat(ledger.state(others)).isEqualTo(State.OPEN);
        assertThat(ledger.signals.resume("p1")).isEqualTo(Optional.empty());
    }

    @EachDatabase
    void writesTheAuditLogBeforeADismissal(Database database) {
        Ledger ledger = new Ledger(database);
        Signal signal = ledger.one(draft("a"));
        ledger.audit.broken = true;

        assertThatThrownBy(() -> ledger.signals.dismiss(signal.id(), "operator", "no"))
                .isInstanceOf(IllegalStateException.class);
        assertThat(ledger.state(signal)).isEqualTo(State.OPEN);

        ledger.audit.broken = false;
        ledger.signals.dismiss(signal.id(), "operator", "token ghp_0123456789abcdefghijABCDEFGHIJ012345");
        assertThat(ledger.audit.entries).extracting("action").containsExactly("signal.dismiss");
        assertThat(ledger.signals.fates(List.of(signal.id())).get(0)).satisfies(fate -> {
            assertThat(fate.by()).isEqualTo("operator");
            assertThat(fate.reason()).doesNotContain("ghp_0123");
        });
        assertThat(ledger.signals.dismiss("unknown", "operator", "no")).isFalse();
    }
}
