package tacit.pulse.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.SignalSource;
import tacit.api.pulse.Urgency;
import tacit.api.store.Database;
import tacit.pulse.triggers.FileChanges.Known;
import tacit.pulse.triggers.SqlReadings.Reading;
import tacit.pulse.triggers.SqlReadings.Untold;
import tacit.runtime.testkit.EachDatabase;

class SqlReadingsTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final SignalDraft FULL = new SignalDraft(
            "w1",
            "p1",
            SignalFamily.MENTIONS,
            SignalSource.API,
            Urgency.HIGH,
            .25,
            "f1",
            NOON.plusSeconds(60),
            "said",
            List.of("trace:1", "trigger:t/1"),
            Map.of("a", "b"),
            "x1");

    private static Reading reading(State from, @Nullable String delivery, SignalDraft... drafts) {
        State to = new State(from.sequence() + 1, Map.of("n", String.valueOf(from.sequence())), "", NOON);
        return new Reading("t", "w1", from, to, delivery, null, List.of(drafts), NOON);
    }

    @EachDatabase
    void keepsAReadingAsItIs(Database database) {
        SqlReadings readings = new SqlReadings(database);
        SignalDraft plain = SignalDraft.of("w1", SignalFamily.MAINTENANCE, SignalSource.CRON, "plain");

        assertThat(readings.state("t")).isEqualTo(State.NONE);
        assertThat(readings.keep(reading(State.NONE, "d1", FULL, plain))).isTrue();

        assertThat(readings.state("t")).isEqualTo(new State(1, Map.of("n", "0"), "", NOON));
        assertThat(readings.untold(NOON, 10)).containsExactly(new Untold("t", 1, List.of(FULL, plain)));
        assertThat(readings.untold(NOON.minusSeconds(1), 10)).isEmpty();
        readings.told("t", 1);
        assertThat(readings.untold(NOON, 10)).isEmpty();
    }

    @EachDatabase
    void refusesAReadingThatCameFromAnOlderOne(Database database) {
        SqlReadings readings = new SqlReadings(database);
        readings.keep(reading(State.NONE, null, FULL));
        State first = readings.state("t");
        readings.keep(reading(first, null));

        assertThat(readings.keep(reading(State.NONE, "d1", FULL))).isFalse();
        assertThat(readings.keep(reading(first, "d1", FULL))).isFalse();

        assertThat(readings.state("t").sequence()).isEqualTo(2);
        assertThat(readings.isTaken("t", "d1")).as("nothing of it stays").isFalse();
        assertThat(readings.untold(NOON, 10)).hasSize(1);
    }

    @EachDatabase
    void refusesADeliveryThatWasTaken(Database database) {
        SqlReadings readings = new SqlReadings(database);
        readings.keep(reading(State.NONE, "d1", FULL));

        assertThat(readings.keep(reading(readings.state("t"), "d1", FULL))).isFalse();

        assertThat(readings.state("t").sequence()).isEqualTo(1);
        assertThat(readings.untold(NOON, 10)).hasSize(1);
    }

    @EachDatabase
    void forgetsOldDeliveriesOfOneTrigger(Database database) {
        SqlReadings readings = new SqlReadings(database);
        readings.keep(reading(State.NONE, "d1"));

        assertThat(readings.forget("other", NOON.plusSeconds(1))).isZero();
        assertThat(readings.forget("t", NOON)).isZero();
        assertThat(readings.forget("t", NOON.plusSeconds(1))).isEqualTo(1);
        assertThat(readings.isTaken("t", "d1")).isFalse();
    }

    @EachDatabase
    void keepsWhichFilesItKnows(Database database) {
        SqlReadings readings = new SqlReadings(database);
        TreeMap<String, Known> one = new TreeMap<>(Map.of("a", new Known(NOON, 1), "b", new Known(NOON, 2)));
        TreeMap<String, Known> two = new TreeMap<>(Map.of("a", new Known(NOON, 9), "c", new Known(NOON, 3)));

        keepFiles(readings, FileChanges.first("*", one));
        assertThat(readings.files("t")).isEqualTo(one);
        keepFiles(readings, FileChanges.of("*", one, two));
        assertThat(readings.files("t")).isEqualTo(two);
        keepFiles(readings, FileChanges.first("other", one));
        assertThat(readings.files("t")).isEqualTo(one);
        assertThat(readings.state("t").watched()).isEqualTo("other");
        assertThat(readings.files("nobody")).isEmpty();
    }

    private static void keepFiles(SqlReadings readings, FileChanges files) {
        State from = readings.state("t");
        State to = new State(from.sequence() + 1, Map.of(), files.watched(), NOON);
        assertThat(readings.keep(new Reading("t", "w1", from, to, null, files, List.of(), NOON)))
                .isTrue();
    }
}
