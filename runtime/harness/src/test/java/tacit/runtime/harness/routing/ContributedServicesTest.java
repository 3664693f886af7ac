package tacit.runtime.harness.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.service.event.EventHandler;
import tacit.api.http.HttpResource;
import tacit.runtime.testkit.BundleJar;

/** What kinds of services an active bundle can offer besides its role. */
class ContributedServicesTest {

    private final Yard yard = new Yard();

    @AfterEach
    void stop() {
        yard.close();
    }

    @Test
    void publishesAResourceThatOthersCanCall() {
        yard.barn.activate(
                1,
                Yard.ROLE,
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

        HttpResource resource = yard.context.getService(yard.context.getServiceReference(HttpResource.class));

        assertThat(resource.path()).isEqualTo("/v1/hens");
        assertThat(resource.maxBodyBytes()).isEqualTo(1 << 20);
        assertThatThrownBy(() -> resource.handle(null)).hasMessage("no hen");
    }

    @Test
    void publishesAnObjectItselfTheNewBeforeTheOldIsWithdrawn() throws InvalidSyntaxException {
        List<Integer> types = new ArrayList<>();
        List<Integer> there = new ArrayList<>();
        String filter = "(osgi.command.scope=hen)";
        yard.barn.activate(1, Yard.ROLE, "A", gogo("1.0.0", "first"));
        yard.context.addServiceListener(
                event -> {
                    types.add(event.getType());
                    there.add(yard.references(filter).size());
                },
                filter);

        yard.barn.activate(2, Yard.ROLE, "B", gogo("1.1.0", "second"));

        assertThat(types).containsExactly(ServiceEvent.REGISTERED, ServiceEvent.UNREGISTERING);
        assertThat(there).element(0).isEqualTo(2);
        Object command = yard.context.getService(yard.references(filter).get(0));
        assertThat(Proxy.isProxyClass(command.getClass())).isFalse();
        assertThat(command).hasToString("second");
    }

    @Test
    void doesNotPublishWhatOnlyThePluginCanUse() {
        yard.barn.activate(
                1,
                Yard.ROLE,
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

        assertThat(yard.references("(name=own)")).singleElement().satisfies(reference -> assertThat(
                        (String[]) reference.getProperty("objectClass"))
                .containsExactly("java.lang.Runnable"));
    }

    @Test
    void letsOneProxyHaveInterfacesOfSeveralBundles() {
        yard.barn.activate(
                1,
                Yard.ROLE,
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

        Object both = yard.context.getService(yard.references("(name=both)").get(0));

        assertThat(both).isInstanceOf(Runnable.class).isInstanceOf(EventHandler.class);
        assertThat(both.toString()).startsWith("Service of the bundle of role '" + Yard.ROLE + "'");
    }

    @Test
    void reachesTheBundleThatExportsTheInterfaceItself() throws Exception {
        BundleContext owner = yard.barn
                .framework
                .start(BundleJar.named("egg.api", "1.0.0")
                        .header("Export-Package", "egg;version=1.0.0")
                        .source("egg.Egg", "package egg; public interface Egg { String colour(); }")
                        .bytes())
                .getBundleContext();
        yard.barn.activate(
                1,
                Yard.ROLE,
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
        yard.barn.activate(
                1,
                Yard.ROLE,
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

        assertThat(yard.references("(name=slow)")).isEmpty();
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
