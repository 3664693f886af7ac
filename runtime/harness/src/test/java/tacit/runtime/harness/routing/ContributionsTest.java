package tacit.runtime.harness.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.osgi.service.event.EventHandler;
import tacit.api.command.Command;
import tacit.api.http.HttpResource;
import tacit.runtime.testkit.BundleJar;

/** What an active bundle offers besides its role, as another bundle sees it. */
class ContributionsTest {

    private static final String ROLE = "extension/hen.house";

    private final Barn barn = new Barn();
    private BundleContext yard;

    @BeforeEach
    void begin() {
        yard = barn.framework
                .start(BundleJar.named("hen.yard", "1.0.0")
                        .header("Import-Package", "org.osgi.service.event,tacit.api.http,tacit.api.command")
                        .bytes())
                .getBundleContext();
    }

    @AfterEach
    void stop() {
        barn.close();
    }

    @Test
    void publishesFromTheActiveSlotOnly() {
        barn.fill(ROLE, "A", command("1.0.0", "first"));
        assertThat(yard.getServiceReference(Command.class)).isNull();

        barn.router.flip(1, List.of(barn.provider(ROLE, "A")));
        barn.fill(ROLE, "B", command("1.1.0", "second"));

        ServiceReference<Command> reference = yard.getServiceReference(Command.class);
        assertThat(yard.getService(reference).usage()).isEqualTo("first");
        assertThat(reference.getBundle()).isEqualTo(barn.harness.getBundle());
        assertThat(reference.getProperty("tacit.command")).isEqualTo("hen");
        assertThat(commands()).hasSize(1);
    }

    @Test
    void keepsTheRegistrationOverASwapAndUpdatesItsProperties() {
        barn.activate(1, ROLE, "A", command("1.0.0", "first"));
        ServiceReference<Command> reference = yard.getServiceReference(Command.class);
        Command command = yard.getService(reference);
        assertThat(reference.getProperty("word")).isEqualTo("first");

        barn.activate(2, ROLE, "B", command("1.1.0", "second"));

        assertThat(command.usage()).isEqualTo("second");
        assertThat(reference.getProperty("word")).isEqualTo("second");
        assertThat(yard.getServiceReference(Command.class)).isEqualTo(reference);
        assertThat(commands()).hasSize(1);
    }

    @Test
    void withdrawsWhatANextVersionDoesNotOffer() {
        barn.activate(1, ROLE, "A", command("1.0.0", "first"));
        Command command = yard.getService(yard.getServiceReference(Command.class));

        barn.activate(2, ROLE, "B", BundleJar.named("hen.house", "1.1.0"));

        assertThat(yard.getServiceReference(Command.class)).isNull();
        assertThatThrownBy(command::usage)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot use a service of role '" + ROLE + "': its bundle does not offer it now");
    }

    @Test
    void passesEventsToTheActiveSlotOnly() {
        EventAdmin events = barn.framework.await(EventAdmin.class);
        barn.activate(1, ROLE, "A", handler("1.0.0", "first"));
        barn.fill(ROLE, "B", handler("1.1.0", "second"));

        events.sendEvent(new Event("hen/egg", Map.of()));
        assertThat(System.clearProperty("hen.handled")).isEqualTo("first");

        barn.router.flip(2, List.of(barn.provider(ROLE, "B")));
        events.sendEvent(new Event("hen/egg", Map.of()));
        assertThat(System.clearProperty("hen.handled")).isEqualTo("second");
    }

    @Test
    void publishesAResourceThatOthersCanCall() {
        barn.activate(
                1,
                ROLE,
                "A",
                BundleJar.named("hen.house", "1.0.0")
                        .component(
                                "hen.Resource", Jars.component("hen.Resource", HttpResource.class.getName(), Map.of()))
                        .source("hen.Resource", """
                        package hen;
                        public final class Resource implements tacit.api.http.HttpResource {
                            @Override public String method() { return "GET"; }
                            @Override public String path() { return "/v1/hens"; }
                            @Override public java.util.Optional<tacit.api.access.AccessRole> role() {
                                return java.util.Optional.empty();
                            }
                            @Override public tacit.api.http.Reply handle(tacit.api.http.Call call) {
                                throw new tacit.api.http.HttpProblem(404, "no hen");
                            }
                        }
                        """));

        HttpResource resource = yard.getService(yard.getServiceReference(HttpResource.class));

        assertThat(resource.path()).isEqualTo("/v1/hens");
        assertThat(resource.maxBodyBytes()).isEqualTo(1 << 20);
        assertThatThrownBy(() -> resource.handle(null)).hasMessage("no hen");
    }

    @Test
    void publishesAnObjectItselfTheNewBeforeTheOldIsWithdrawn() throws InvalidSyntaxException {
        List<Integer> types = new ArrayList<>();
        List<Integer> there = new ArrayList<>();
        String filter = "(osgi.command.scope=hen)";
        barn.activate(1, ROLE, "A", gogo("1.0.0", "first"));
        yard.addServiceListener(
                event -> {
                    types.add(event.getType());
                    there.add(references(filter).size());
                },
                filter);

        barn.activate(2, ROLE, "B", gogo("1.1.0", "second"));

        assertThat(types).containsExactly(ServiceEvent.REGISTERED, ServiceEvent.UNREGISTERING);
        assertThat(there).element(0).isEqualTo(2);
        Object command = yard.getService(references(filter).get(0));
        assertThat(Proxy.isProxyClass(command.getClass())).isFalse();
        assertThat(command).hasToString("second");
    }

    @Test
    void doesNotPublishWhatOnlyThePluginCanUse() {
        barn.activate(
                1,
                ROLE,
                "A",
                BundleJar.named("hen.house", "1.0.0")
                        .component(
                                "hen.Own",
                                Jars.component("hen.Own", "hen.Private,java.lang.Runnable", Map.of("name", "own")))
                        .source("hen.Private", "package hen; public interface Private {}")
                        .source("hen.Own", """
                        package hen;
                        public final class Own implements Private, Runnable {
                            @Override public void run() {}
                        }
                        """));

        assertThat(references("(name=own)")).singleElement().satisfies(reference -> assertThat(
                        (String[]) reference.getProperty("objectClass"))
                .containsExactly("java.lang.Runnable"));
    }

    @Test
    void letsOneProxyHaveInterfacesOfSeveralBundles() {
        barn.activate(
                1,
                ROLE,
                "A",
                BundleJar.named("hen.house", "1.0.0")
                        .component(
                                "hen.Both",
                                Jars.component(
                                        "hen.Both",
                                        "java.lang.Runnable," + EventHandler.class.getName(),
                                        Map.of("name", "both")))
                        .source("hen.Both", """
                        package hen;
                        public final class Both implements Runnable, org.osgi.service.event.EventHandler {
                            @Override public void run() {}
                            @Override public void handleEvent(org.osgi.service.event.Event event) {}
                        }
                        """));

        Object both = yard.getService(references("(name=both)").get(0));

        assertThat(both).isInstanceOf(Runnable.class).isInstanceOf(EventHandler.class);
        assertThat(both.toString()).startsWith("Service of the bundle of role '" + ROLE + "'");
    }

    @Test
    void reachesTheBundleThatExportsTheInterfaceItself() throws Exception {
        BundleContext owner = barn.framework
                .start(BundleJar.named("egg.api", "1.0.0")
                        .header("Export-Package", "egg;version=1.0.0")
                        .source("egg.Egg", "package egg; public interface Egg { String colour(); }")
                        .bytes())
                .getBundleContext();
        barn.activate(
                1,
                ROLE,
                "A",
                BundleJar.named("hen.house", "1.0.0")
                        .header("Import-Package", "egg")
                        .component("hen.Brown", Jars.component("hen.Brown", "egg.Egg", Map.of()))
                        .source("egg.Egg", "package egg; public interface Egg { String colour(); }")
                        .source("hen.Brown", """
                        package hen;
                        public final class Brown implements egg.Egg {
                            @Override public String colour() { return "brown"; }
                        }
                        """));

        Object egg = owner.getService(owner.getServiceReference("egg.Egg"));

        Class<?> type = owner.getBundle().loadClass("egg.Egg");
        assertThat(type.isInstance(egg)).isTrue();
        assertThat(type.getMethod("colour").invoke(egg)).isEqualTo("brown");
    }

    @Test
    void refusesToPublishAClock() {
        barn.activate(
                1,
                ROLE,
                "A",
                BundleJar.named("hen.house", "1.0.0")
                        .component(
                                "hen.Slow", Jars.component("hen.Slow", Clock.class.getName(), Map.of("name", "slow")))
                        .source("hen.Slow", """
                        package hen;
                        public final class Slow extends java.time.Clock {
                            @Override public java.time.ZoneId getZone() { return java.time.ZoneOffset.UTC; }
                            @Override public java.time.Clock withZone(java.time.ZoneId zone) { return this; }
                            @Override public java.time.Instant instant() { return java.time.Instant.EPOCH; }
                        }
                        """));

        assertThat(references("(name=slow)")).isEmpty();
    }

    @Test
    void followsWhatAnActiveBundleRegistersLater() {
        Bundle bundle = barn.fill(ROLE, "A", BundleJar.named("hen.house", "1.0.0"));
        Bundle idle = barn.fill(ROLE, "B", BundleJar.named("hen.house", "1.1.0"));
        barn.router.flip(1, List.of(barn.provider(ROLE, "A")));
        Runnable work = () -> {};

        var active = bundle.getBundleContext().registerService(Runnable.class, work, named("egg"));
        var hidden = idle.getBundleContext().registerService(Runnable.class, work, named("egg"));

        assertThat(references("(name=egg)")).hasSize(1);
        active.setProperties(named("chick"));
        assertThat(references("(name=chick)")).hasSize(1);
        active.unregister();
        hidden.unregister();
        assertThat(references("(|(name=chick)(name=egg))")).isEmpty();
    }

    @Test
    void holdsALeaseDuringACall() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Bundle bundle = barn.fill(ROLE, "A", BundleJar.named("hen.house", "1.0.0"));
        bundle.getBundleContext().registerService(Runnable.class, () -> block(inside, leave), named("egg"));
        barn.router.flip(1, List.of(barn.provider(ROLE, "A")));
        Runnable work = (Runnable) yard.getService(references("(name=egg)").get(0));
        Thread caller = new Thread(work);
        caller.start();
        inside.await();

        Flip flip = barn.router.flip(2, List.of());

        assertThat(flip.drain(Duration.ofMillis(1))).isFalse();
        assertThat(flip.busy(bundle)).isTrue();
        leave.countDown();
        assertThat(flip.drain(Duration.ofSeconds(60))).isTrue();
        assertThat(flip.busy(bundle)).isFalse();
        caller.join();
    }

    @Test
    void givesObjectsBackOnceNobodyIsInThem() throws InterruptedException {
        barn.activate(1, ROLE, "A", command("1.0.0", "first"));
        Bundle bundle = Objects.requireNonNull(barn.framework.context().getBundle("slot:" + ROLE + "/A"));
        ServiceReference<?> reference = bundle.getRegisteredServices()[0];
        assertThat(reference.getUsingBundles()).containsExactly(barn.harness.getBundle());

        barn.router.flip(2, List.of()).drain(Duration.ofSeconds(60));

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

    private List<ServiceReference<?>> references(String filter) {
        try {
            ServiceReference<?>[] found = yard.getServiceReferences((String) null, filter);
            return found == null ? List.of() : List.of(found);
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private List<ServiceReference<?>> commands() {
        return references("(objectClass=" + Command.class.getName() + ")");
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

    private static BundleJar gogo(String version, String word) {
        return BundleJar.named("hen.house", version)
                .component(
                        "hen.Shell",
                        Jars.component(
                                "hen.Shell",
                                "hen.Shell",
                                Map.of("osgi.command.scope", "hen", "osgi.command.function", "count")))
                .source("hen.Shell", """
                        package hen;
                        public final class Shell {
                            public int count() { return 1; }
                            @Override public String toString() { return "%s"; }
                        }
                        """.formatted(word));
    }
}
