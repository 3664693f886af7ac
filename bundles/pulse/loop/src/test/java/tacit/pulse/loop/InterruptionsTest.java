package tacit.pulse.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.Stance;
import tacit.api.pulse.Urgency;
import tacit.api.reflect.ReflectionDesk;
import tacit.api.reflect.SuggestionDraft;
import tacit.runtime.testkit.Engine;
import tacit.runtime.testkit.TestDatabase;

class InterruptionsTest {

    private final List<Instant> notices = new ArrayList<>();
    private TestDatabase engine;
    private World world;
    private Host host;

    @BeforeEach
    void open() {
        engine = Engine.HSQLDB.open();
        world = new World();
        host = new Host(world, engine.database(), new Fuse(), 4);
        world.settings.put("budget.interruptionsPerDay", "3");
        world.profile("p1", Stance.OBSERVER);
    }

    @AfterEach
    void close() throws Exception {
        engine.close();
    }

    /** Tells people things. */
    private final class Noting {

        @SuppressWarnings("unused")
        int told(String profileId, Instant since) {
            return Math.toIntExact(
                    notices.stream().filter(at -> !at.isBefore(since)).count());
        }
    }

    /** A suggestion of another part of the core. */
    private void offered(String profile, String key) {
        world.new Offering()
                .offer(new SuggestionDraft(
                        key,
                        profile,
                        "w1",
                        null,
                        SuggestionDraft.Type.INSIGHT,
                        SuggestionDraft.Topic.GENERAL,
                        "reflection",
                        "Mend the build",
                        "it fails",
                        "",
                        null,
                        .8,
                        Urgency.LOW,
                        List.of(),
                        null,
                        null));
    }

    private String rule() {
        world.signals.tell("p1", SignalFamily.MAINTENANCE, .9, "The build is broken");
        return host.desk.explain("p1", false).decision().rule();
    }

    @Test
    void countsSuggestionsOfOthersAndNotices() {
        host.interruptions.notices = Stub.of(ReflectionDesk.class, new Noting());
        offered("p1", "k1");
        offered("other", "k2");
        notices.add(world.clock.instant());
        assertThat(rule()).isEqualTo("observer_strong");

        notices.add(world.clock.instant());

        assertThat(rule()).isEqualTo("interruption_budget");
    }

    @Test
    void beginsAnewWithTheDay() {
        for (int i = 0; i < 3; i++) {
            offered("p1", "k" + i);
        }
        assertThat(rule()).isEqualTo("interruption_budget");

        world.clock.pass(Duration.ofDays(1));

        assertThat(rule()).isEqualTo("observer_strong");
    }

    @Test
    void withoutThosePartsNobodyIsInterrupted() {
        host.interruptions.suggestions = null;

        assertThat(host.interruptions.since("p1", Instant.EPOCH)).isZero();
    }
}
