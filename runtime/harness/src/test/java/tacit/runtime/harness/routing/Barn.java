package tacit.runtime.harness.routing;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import tacit.api.generation.Artifact;
import tacit.api.harness.Role;
import tacit.api.harness.RoleStatus;
import tacit.runtime.calls.JsonCalls;
import tacit.runtime.harness.Slots;
import tacit.runtime.testkit.BundleJar;
import tacit.runtime.testkit.TestFramework;

/** A framework with a bundle that stands for the harness, a veil and a router. */
final class Barn implements AutoCloseable {

    private final Map<String, Bundle> slots = new HashMap<>();
    final TestFramework framework;
    final BundleContext harness;
    final ServiceVeil veil;
    final Router router;

    Barn() {
        this(Clock.systemUTC(), new RouterSettings(0, 1, 10_000, 100, 2));
    }

    Barn(Clock clock, RouterSettings settings) {
        framework = TestFramework.start(clock, Map.of());
        harness = host("tacit.runtime.harness");
        veil = new ServiceVeil(harness);
        router = new Router(harness, clock, new JsonCalls(), settings);
    }

    /** How a role stands among all that the API declares. */
    RoleStatus status(String role) {
        return router.statuses().stream()
                .filter(status -> status.role().equals(role))
                .findFirst()
                .orElseThrow();
    }

    /** Starts a bundle that sees what the harness itself imports, and answers its context. */
    BundleContext host(String name) {
        byte[] jar = BundleJar.named(name, "1.0.0")
                .header("Import-Package", "tacit.api.harness,tacit.api.generation,org.osgi.framework")
                .bytes();
        return framework.start(jar).getBundleContext();
    }

    /** Fills a slot and starts what is in it. */
    Bundle fill(String role, String slot, BundleJar jar) {
        return fill(role, slot, jar.bytes());
    }

    Bundle fill(String role, String slot, byte[] jar) {
        String location = Slots.LOCATION + role + "/" + slot;
        try {
            Bundle bundle = slots.get(location);
            if (bundle == null) {
                bundle = framework.install(location, jar);
                slots.put(location, bundle);
            } else {
                bundle.stop(Bundle.STOP_TRANSIENT);
                bundle.update(new ByteArrayInputStream(jar));
            }
            bundle.start(Bundle.START_TRANSIENT);
            return bundle;
        } catch (BundleException e) {
            throw new IllegalStateException("Cannot fill '" + location + "': " + e.getMessage(), e);
        }
    }

    /** The provider in a slot; of a role when one is registered there, else an extension. */
    Provider provider(String role, String slot) {
        Bundle bundle = Objects.requireNonNull(slots.get(Slots.LOCATION + role + "/" + slot));
        Artifact artifact = new Artifact(
                bundle.getSymbolicName(),
                bundle.getVersion().toString(),
                slot.equals("A") ? "a".repeat(64) : "b".repeat(64));
        ServiceReference<?>[] registered = bundle.getRegisteredServices();
        ServiceReference<?> reference = Arrays.stream(registered == null ? new ServiceReference<?>[0] : registered)
                .filter(service -> role.equals(service.getProperty(Role.PROPERTY)))
                .findFirst()
                .orElse(null);
        if (reference == null) {
            return new Provider(role, null, artifact, slot, bundle, null, null);
        }
        return new Provider(role, declared(role), artifact, slot, bundle, reference, harness.getService(reference));
    }

    /** Fills a slot and makes it the only active one. */
    Flip activate(long generation, String role, String slot, BundleJar jar) {
        fill(role, slot, jar);
        return router.flip(generation, List.of(provider(role, slot)));
    }

    DeclaredRole declared(String role) {
        return DeclaredRole.of(harness).stream()
                .filter(declared -> declared.name().equals(DeclaredRole.family(role)))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        router.close();
        veil.close();
        framework.close();
    }
}
