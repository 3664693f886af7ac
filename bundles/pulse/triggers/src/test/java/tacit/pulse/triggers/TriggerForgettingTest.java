package tacit.pulse.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.SignalSource;
import tacit.api.pulse.Urgency;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.pulse.triggers.SqlReadings.Reading;
import tacit.runtime.testkit.EachDatabase;

class TriggerForgettingTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final String SECRET = "The violet giraffe of Mombasa sings before every breakfast";
    private static final Scope HOME = Scope.ofWorkspace("w1");

    private static SqlReadings read(Database database) {
        SqlReadings readings = new SqlReadings(database);
        SignalDraft draft = new SignalDraft(
                "w1",
                "p1",
                SignalFamily.MENTIONS,
                SignalSource.API,
                Urgency.HIGH,
                .25,
                "about " + SECRET,
                NOON.plusSeconds(60),
                "violet giraffe of Mombasa sings before",
                List.of("mail:1"),
                Map.of("subject", SECRET, "from", "ben"),
                null);
        State to = new State(1, Map.of("last", SECRET, "n", "7"), "", NOON);
        readings.keep(new Reading("t", "w1", State.NONE, to, null, null, List.of(draft), NOON));
        return readings;
    }

    @EachDatabase
    void takesWordsFromWhatIsUntoldAndFromWhatIsRemembered(Database database) {
        SqlReadings readings = read(database);
        TriggerForgetting forgetting = new TriggerForgetting(database);

        assertThat(forgetting.forget(Scope.ofWorkspace("w2"), List.of(), List.of(SECRET)))
                .isZero();
        assertThat(forgetting.forget(HOME, List.of(), List.of(SECRET))).isEqualTo(2);

        SignalDraft left = readings.untold(NOON, 9).get(0).drafts().get(0);
        assertThat(left.toString()).doesNotContain("giraffe");
        assertThat(left.payload()).containsEntry("from", "ben");
        assertThat(left.family()).isEqualTo(SignalFamily.MENTIONS);
        assertThat(readings.state("t").memory()).containsEntry("n", "7").doesNotContainValue(SECRET);
    }

    @EachDatabase
    void takesWhatQuotesAUser(Database database) {
        SqlReadings readings = read(database);
        TriggerForgetting forgetting = new TriggerForgetting(database);

        assertThat(forgetting.forgetUser(new Scope("w1", "nora"))).isZero();
        assertThat(forgetting.forgetQuotes(HOME, List.of(SECRET))).isEqualTo(2);

        assertThat(readings.untold(NOON, 9).toString() + readings.state("t")).doesNotContain("giraffe");
        assertThat(forgetting.name()).isEqualTo("readings of triggers");
    }
}
