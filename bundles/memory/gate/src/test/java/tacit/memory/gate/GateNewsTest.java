package tacit.memory.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.gate.GateFixture.SCOPE;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.HeardEvents;

@EachDatabase
class GateNewsTest {

    private final HeardEvents events = new HeardEvents();
    private GateFixture fixture;

    @BeforeEach
    void open(Database database) {
        fixture = new GateFixture(database);
    }

    @Test
    void tellsOfAWriteThatWaitsAndOfTheAnswer() {
        SqlWriteGate gate = fixture.gate("all");
        gate.events = events;

        String id = gate.evaluate(Writes.curatedAdd("Likes tea")).pendingId();
        gate.reject(SCOPE, id, "ada", "not true");

        assertThat(events.lines())
                .containsExactly(
                        "write.waiting " + id + " {status=pending, target=curated}",
                        "write.answered " + id + " {status=rejected, target=curated}");
    }

    @Test
    void tellsNothingOfAWriteThatIsAllowed() {
        SqlWriteGate gate = fixture.gate("off");
        gate.events = events;

        gate.evaluate(Writes.curatedAdd("Likes tea"));

        assertThat(events.lines()).isEmpty();
    }
}
