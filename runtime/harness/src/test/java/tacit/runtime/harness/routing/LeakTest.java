package tacit.runtime.harness.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import tacit.api.command.Command;
import tacit.api.harness.HarnessView;
import tacit.api.harness.Scheduled;
import tacit.api.learn.FailureTemplates;
import tacit.runtime.harness.recording.QueuedDecisions;
import tacit.runtime.testkit.BundleJar;

/** Nothing of a bundle may stay behind when its slot is filled anew. */
class LeakTest {

    private static final int SWAPS = 1_000;

    /** Other tests of the same process may have threads that are about to end. */
    private final Set<Thread> before = Set.copyOf(Thread.getAllStackTraces().keySet());

    private final Barn barn = new Barn(Clock.systemUTC(), new RouterSettings(1, 1, 10_000, 1_000, 2));
    private final QueuedDecisions decisions = new QueuedDecisions();
    private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();

    @AfterEach
    void stop() {
        barn.close();
    }

    @Test
    void keepsNoClassLoaderOfAFormerProvider() throws InterruptedException {
        barn.router.decisions(decisions);
        byte[] first = everything("1.0.0").bytes();
        byte[] second = everything("1.1.0").bytes();
        HarnessView closed = null;
        FailureTemplates pinned = null;
        for (int swap = 0; swap < SWAPS; swap++) {
            String slot = swap % 2 == 0 ? "A" : "B";
            barn.fill(Jars.ROLE, slot, slot.equals("A") ? first : second);
            Flip flip = barn.router.flip(swap, List.of(barn.provider(Jars.ROLE, slot)));
            assertThat(flip.drain(Duration.ofSeconds(60))).isTrue();
            note(barn.provider(Jars.ROLE, slot).bundle());
            facade().template("hen", null);
            closed = barn.router.view();
            pinned = closed.provider(Jars.ROLE, FailureTemplates.class);
            pinned.template("hen", null);
            closed.close();
        }

        long stale = stale();

        assertThat(closed).isNotNull();
        assertThat(pinned).isNotNull();
        assertThat(stale).as("class loaders but those of the two slots").isLessThanOrEqualTo(2);
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !before.contains(thread))
                .extracting(Thread::getName)
                .filteredOn(name -> name.startsWith("tacit-"))
                .hasSizeLessThanOrEqualTo(3);
    }

    private FailureTemplates facade() {
        return (FailureTemplates) Objects.requireNonNull(barn.router.facade(Jars.ROLE));
    }

    private void note(Bundle bundle) {
        loaders.add(new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader()));
    }

    private long stale() {
        for (int i = 0; i < 20 && alive() > 2; i++) {
            System.gc();
        }
        return alive();
    }

    private long alive() {
        return loaders.stream().filter(loader -> loader.get() != null).count();
    }

    /** A bundle that offers all that the router holds on to: a role, a command, an object, scheduled work. */
    private static BundleJar everything(String version) {
        return Jars.templates(version, "loud")
                .component(
                        "hen.Verb", Jars.component("hen.Verb", Command.class.getName(), Map.of("tacit.command", "hen")))
                .source("hen.Verb", """
                        package hen;
                        public final class Verb implements tacit.api.command.Command {
                            @Override public String name() { return "hen"; }
                            @Override public String usage() { return "hen"; }
                            @Override public int run(
                                    java.util.List<String> arguments, tacit.api.command.Console console) { return 0; }
                        }
                        """)
                .component("hen.Shell", Jars.component("hen.Shell", "hen.Shell", Map.of("osgi.command.scope", "hen")))
                .source("hen.Shell", "package hen; public final class Shell {}")
                .component("hen.Work", Jars.component("hen.Work", Scheduled.class.getName(), Map.of()))
                .source("hen.Work", """
                        package hen;
                        public final class Work implements tacit.api.harness.Scheduled {
                            @Override public java.time.Duration period() { return java.time.Duration.ofDays(1); }
                            @Override public void run() {}
                        }
                        """);
    }
}
