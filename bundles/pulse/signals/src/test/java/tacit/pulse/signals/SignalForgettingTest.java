package tacit.pulse.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.pulse.Signal;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.Signals;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class SignalForgettingTest {

    private static final String SECRET = "The violet giraffe of Mombasa sings before every breakfast";
    private static final Scope HOME = Scope.ofWorkspace("home");

    private final Database database;
    private Ledger ledger;
    private SignalForgetting forgetting;

    SignalForgettingTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        ledger = new Ledger(database);
        forgetting = new SignalForgetting(database);
    }

    private static SignalDraft draft(String reason, Map<String, String> payload) {
        SignalDraft plain = Ledger.draft(reason);
        return new SignalDraft(
                plain.workspaceId(),
                plain.profileId(),
                plain.family(),
                plain.source(),
                plain.urgency(),
                plain.confidence(),
                "about " + reason,
                plain.expiresAt(),
                plain.reason(),
                List.of("trace:1"),
                payload,
                plain.origin());
    }

    private String rows() {
        return database.read(session -> session.select(
                        "SELECT * FROM signals",
                        row -> row.optionalText("reason")
                                + row.text("payload")
                                + row.text("fingerprint")
                                + row.optionalText("waiting_key")
                                + row.text("evidence")
                                + row.optionalText("deferred_reason")
                                + row.optionalText("ended_reason")))
                .toString();
    }

    @Test
    void takesWordsFromEveryTextAndLetsNobodyActOnThem() {
        Signal told = ledger.one(draft("Wants: " + SECRET, Map.of("subject", SECRET, "from", "nora")));
        Signal cut = ledger.one(draft("violet giraffe of Mombasa sings before", Map.of()));
        Signal other = ledger.one(draft("The build is red", Map.of()));
        ledger.signals.defer(
                "p1", List.of(told, other), "busy with: " + SECRET, ledger.now().plus(Duration.ofHours(1)));
        assertThat(rows()).contains("giraffe");

        assertThat(forgetting.forget(Scope.ofWorkspace("other"), List.of(), List.of(SECRET)))
                .isZero();
        assertThat(forgetting.forget(HOME, List.of(), List.of(SECRET))).isPositive();

        assertThat(rows()).doesNotContainIgnoringCase("giraffe").contains("The build is red", "nora");
        assertThat(ledger.state(told)).isEqualTo(Signals.State.DISMISSED);
        assertThat(ledger.state(cut)).isEqualTo(Signals.State.DISMISSED);
        assertThat(ledger.open()).extracting(Signal::reason).containsOnly("The build is red");
        assertThat(ledger.signals
                        .list(new Signals.Filter("p1", null, null, null), PageRequest.first(9))
                        .rows())
                .hasSize(3);
        assertThat(forgetting.forget(HOME, List.of(), List.of(SECRET))).isZero();
    }

    @Test
    void takesWhatQuotesAUser() {
        ledger.one(draft("She said " + SECRET, Map.of()));
        Signal other = ledger.one(draft("The build is red", Map.of()));

        assertThat(forgetting.forgetUser(new Scope("home", "nora"))).isZero();
        forgetting.forgetQuotes(HOME, List.of(SECRET));

        assertThat(rows()).doesNotContain("giraffe");
        assertThat(ledger.open()).extracting(Signal::id).containsExactly(other.id());
    }

    @Test
    void refersToTheProfileThatWasTold() {
        ledger.one(draft("The build is red", Map.of()));

        assertThat(refers("p1")).isTrue();
        assertThat(refers("p2")).isFalse();
        assertThat(forgetting.name()).isEqualTo("signals");
    }

    private boolean refers(String profile) {
        return database.write(session -> forgetting.refersTo(session, profile));
    }
}
