package tacit.adapt.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.adapt.learning.Desk.NORA;
import static tacit.adapt.learning.Desk.SCOPE;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.adapt.FeedbackRoute;
import tacit.api.adapt.FeedbackRoute.State;
import tacit.api.adapt.KeptFeedback;
import tacit.api.adapt.StateFilter;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class OpenFeedbackTest {

    @TempDir
    Path folder;

    private Desk host;

    @BeforeEach
    void open(Database database) throws IOException {
        host = new Desk(database, folder.toRealPath());
        host.run("t1");
    }

    @Test
    void leadsOnEverythingThatWaitsHoweverMuchThatIs() {
        List<String> led = new ArrayList<>();
        DurableDesk desk = host.desk(Routes.named("part", told -> {
            led.add(told.feedback().id());
            return Route.done("told");
        }));
        host.run("t2");
        desk.give(SCOPE, "web", Given.in("t2", Given.accepted("first")));
        led.clear();
        for (int i = 0; i < 1_500; i++) {
            waits("f" + i);
        }

        assertThat(desk.leadOpen("default")).isEqualTo(1_500);

        assertThat(led).hasSize(1_500).startsWith("f0", "f1").endsWith("f1499");
        assertThat(desk.leadOpen("default")).isZero();
        assertThat(desk.list(SCOPE, "t2", 10))
                .singleElement()
                .satisfies(kept -> assertThat(kept.feedback().id()).isEqualTo("first"));
        assertThat(desk.list(SCOPE, "t1", 1_000)).hasSize(1_000);
    }

    /** As after a crash between keeping it and leading it on. */
    private void waits(String id) {
        new OpenFeedback(host.states).note(NORA, id, "t1");
        KeptFeedback kept =
                new KeptFeedback(Given.accepted(id), "web", 0, Map.of("part", new FeedbackRoute(State.WAITING, "")));
        host.states.put(NORA, KeptFeedback.KIND, id, 0, FeedbackText.of(kept), List.of("t1"));
    }

    @Test
    void passesOverANoteWhoseFeedbackWasNeverKeptUntilItIsOld() {
        new OpenFeedback(host.states).note(NORA, "f9", "t1");

        assertThat(host.desk().leadOpen("default")).isZero();
        assertThat(notes()).isEqualTo(1);
        host.clock.pass(Duration.ofDays(8));
        host.desk().leadOpen("default");

        assertThat(notes()).isZero();
    }

    @Test
    void forgetsThatSomethingWaitsOnceItIsLedOn() {
        host.desk().give(SCOPE, "web", Given.rejected("f1", "too_verbose", null));
        assertThat(notes()).isZero();
        new OpenFeedback(host.states).note(NORA, "f1", "t1");

        assertThat(host.desk().leadOpen("default")).isZero();

        assertThat(notes()).isZero();
    }

    private long notes() {
        return host.states.count(SCOPE, StateFilter.of("feedback-open"));
    }
}
