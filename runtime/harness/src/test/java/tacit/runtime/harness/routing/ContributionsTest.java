package tacit.runtime.harness.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.osgi.service.event.EventHandler;
import tacit.api.command.Command;
import tacit.runtime.testkit.BundleJar;

/** What an active bundle offers besides its role, as another bundle sees it over time. */
class ContributionsTest {

    private final Yard yard = new Yard();

    @AfterEach
    void stop() {
        yard.close();
    }

    @Test
    void publishesFromTheActiveSlotOnly() {
        yard.barn.fill(Yard.ROLE, "A", command("1.0.0", "first"));
        assertThat(yard.context.getServiceReference(Command.class)).isNull();

        yard.barn.router.flip(1, List.of(yard.barn.provider(Yard.ROLE, "A")));
        yard.barn.fill(Yard.ROLE, "B", command("1.1.0", "second"));

        ServiceReference<Command> reference = yard.context.getServiceReference(Command.class);
        assertThat(yard.context.getService(reference).usage()).isEqualTo("first");
        assertThat(reference.getBundle()).isEqualTo(yard.barn.harness.getBundle());
        assertThat(reference.getProperty("tacit.command")).isEqualTo("hen");
        assertThat(commands()).hasSize(1);
    }

    @Test
    void keepsTheRegistrationOverASwapAndUpdatesItsProperties() {
        yard.barn.activate(1, Yard.ROLE, "A", command("1.0.0", "first"));
        ServiceReference<Command> reference = yard.context.getServiceReference(Command.class);
        Command command = yard.context.getService(reference);
        assertThat(reference.getProperty("word")).isEqualTo("first");

        yard.barn.activate(2, Yard.ROLE, "B", command("1.1.0", "second"));

        assertThat(command.usage()).isEqualTo("second");
        assertThat(reference.getProperty("word")).isEqualTo("second");
        assertThat(yard.context.getServiceReference(Command.class)).isEqualTo(reference);
        assertThat(commands()).hasSize(1);
    }

    @Test
    void withdrawsWhatANextVersionDoesNotOffer() {
        yard.barn.activate(1, Yard.ROLE, "A", command("1.0.0", "first"));
        Command command = yard.context.getService(yard.context.getServiceReference(Command.class));

        yard.barn.activate(2, Yard.ROLE, "B", BundleJar.named("hen.house", "1.1.0"));

        assertThat(yard.context.getServiceReference(Command.class)).isNull();
        assertThatThrownBy(command::usage)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot use a service of role '" + Yard.ROLE + "': its bundle does not offer it now");
    }

    @Test
    void passesEventsToTheActiveSlotOnly() {
        EventAdmin events = yard.barn.framework.await(EventAdmin.class);
        yard.barn.activate(1, Yard.ROLE, "A", handler("1.0.0", "first"));
        yard.barn.fill(Yard.ROLE, "B", handler("1.1.0", "second"));

        events.sendEvent(new Event("hen/egg", Map.of()));
        assertThat(System.clearProperty("hen.handled")).isEqualTo("first");

        yard.barn.router.flip(2, List.of(yard.barn.provider(Yard.ROLE, "B")));
        events.sendEvent(new Event("hen/egg", Map.of()));
        assertThat(System.clearProperty("hen.handled")).isEqualTo("second");
    }

    @Test
    void followsWhatAnActiveBundleRegistersLater() {
        Bundle bundle = yard.barn.fill(Yard.ROLE, "A", BundleJar.named("hen.house", "1.0.0"));
        Bundle idle = yard.barn.fill(Yard.ROLE, "B", BundleJar.named("hen.house", "1.1.0"));
        yard.barn.router.flip(1, List.of(yard.barn.provider(Yard.ROLE, "A")));
        Runnable work = () -> {};

        var active = bundle.getBundleContext().registerService(Runnable.class, work, named("egg"));
        var hidden = idle.getBundleContext().registerService(Runnable.class, work, named("egg"));

        assertThat(yard.references("(name=egg)")).hasSize(1);
        active.setProperties(named("chick"));
        assertThat(yard.references("(name=chick)")).hasSize(1);
        active.unregister();
        hidden.unregister();
        assertThat(yard.references("(|(name=chick)(name=egg))")).isEmpty();
    }

    @Test
    void holdsALeaseDuringACall() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Bundle bundle = yard.barn.fill(Yard.ROLE, "A", BundleJar.named("hen.house", "1.0.0"));
        bundle.getBundleContext().registerService(Runnable.class, () -> block(inside, leave), named("egg"));
        yard.barn.router.flip(1, List.of(yard.barn.provider(Yard.ROLE, "A")));
        Runnable work =
                (Runnable) yard.context.getService(yard.references("(name=egg)").get(0));
        Thread caller = new Thread(work);
        caller.start();
        inside.await();

        Flip flip = yard.barn.router.flip(2, List.of());

        assertThat(flip.drain(Duration.ofMillis(1))).isFalse();
        assertThat(flip.busy(bundle)).isTrue();
        leave.countDown();
        assertThat(flip.drain(Duration.ofSeconds(60))).isTrue();
        assertThat(flip.busy(bundle)).isFalse();
        caller.join();
    }

    @Test
    void givesObjectsBackOnceNobodyIsInThem() throws InterruptedException {
        yard.barn.activate(1, Yard.ROLE, "A", command("1.0.0", "first"));
        Bundle bundle = Objects.requireNonNull(yard.barn.framework.context().getBundle("slot:" + Yard.ROLE + "/A"));
        ServiceReference<?> reference = bundle.getRegisteredServices()[0];
        assertThat(reference.getUsingBundles()).containsExactly(yard.barn.harness.getBundle());

        yard.barn.router.flip(2, List.of()).drain(Duration.ofSeconds(60));

        assertThat(reference.getUsingBundles()).isNull();
    }

    private static void block(CountDownLatch inside, CountDownLatch leave) {
        inside.countDown();
        try {
            leave.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static java.util.Dictionary<String, Object> named(String name) {
        return org.osgi.framework.FrameworkUtil.asDictionary(Map.of("name", name));
    }

    private List<ServiceReference<?>> commands() {
        return yard.references("(objectClass=" + Command.class.getName() + ")");
    }

    private static BundleJar command(String version, String word) {
        return BundleJar.named("hen.house", version)
                .component(
                        "hen.Verb",
                        Jars.component(
                                "hen.Verb", Command.class.getName(), Map.of("tacit.command", "hen", "word", word)))
                .source("hen.Verb", """
                        package hen;
                        public final class Verb implements tacit.api.command.Command {
                            @Override public String name() { return "hen"; }
                            @Override public String usage() { return "%s"; }
                            @Override public int run(
                                    java.util.List<String> arguments, tacit.api.command.Console console) { return 0; }
                        }
                        """.formatted(word));
    }

    private static BundleJar handler(String version, String word) {
        return BundleJar.named("hen.house", version)
                .component(
                        "hen.Handler",
                        Jars.component("hen.Handler", EventHandler.class.getName(), Map.of("event.topics", "hen/*")))
                .source("hen.Handler", """
                        package hen;
                        public final class Handler implements org.osgi.service.event.EventHandler {
                            @Override public void handleEvent(org.osgi.service.event.Event event) {
                                System.setProperty("hen.handled", "%s");
                            }
                        }
                        """.formatted(word));
    }
}
