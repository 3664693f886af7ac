package tacit.surface.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import tacit.api.adapt.Governed;

/** The components behind settings: what they declare, and whether they take what they are told. Thread-safe. */
final class LiveComponents {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final ServiceComponentRuntime runtime;
    private final BundleContext context;

    LiveComponents(ServiceComponentRuntime runtime, BundleContext context) {
        this.runtime = runtime;
        this.context = context;
    }

    /** A switch as a component declares it. */
    record Declared(String pid, String text) {}

    List<Declared> governed(Collection<Bundle> bundles) {
        return runtime.getComponentDescriptionDTOs(bundles.toArray(Bundle[]::new)).stream()
                .flatMap(component -> Stream.of(component)
                        .map(one -> one.properties.get(Governed.PROPERTY))
                        .filter(Objects::nonNull)
                        .flatMap(LiveComponents::texts)
                        .map(text -> new Declared(component.configurationPid[0], text)))
                .toList();
    }

    private static Stream<String> texts(Object value) {
        return value instanceof String[] several ? Arrays.stream(several) : Stream.of(String.valueOf(value));
    }

    /**
     * Waits until every component of a PID runs with a value.
     *
     * @param value null for none
     * @return why not; empty when all do
     */
    Optional<String> refusal(String pid, String key, @Nullable String value) {
        List<ComponentDescriptionDTO> components = runtime.getComponentDescriptionDTOs().stream()
                .filter(component -> List.of(component.configurationPid).contains(pid.replaceFirst("~.*", "")))
                .toList();
        long end = System.nanoTime() + PATIENCE.toNanos();
        String reason = "it does not run again";
        while (System.nanoTime() < end) {
            boolean all = true;
            for (ComponentDescriptionDTO component : components) {
                Collection<ComponentConfigurationDTO> running = runtime.getComponentConfigurationDTOs(component);
                Optional<String> failure =
                        running.stream().flatMap(LiveComponents::failure).findFirst();
                boolean told = !running.isEmpty() && running.stream().anyMatch(one -> has(one, pid, key, value));
                if (failure.isPresent() && told) {
                    return failure;
                }
                all &= told && running.stream().allMatch(this::works);
            }
            if (all) {
                return Optional.empty();
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return Optional.of(reason);
    }

    private static boolean has(ComponentConfigurationDTO one, String pid, String key, @Nullable String value) {
        boolean other = pid.contains("~") && !pid.equals(one.properties.get("service.pid"));
        Object now = one.properties.get(key);
        return !other && Objects.equals(value, now == null ? null : String.valueOf(now));
    }

    private static Stream<String> failure(ComponentConfigurationDTO one) {
        return one.state == ComponentConfigurationDTO.FAILED_ACTIVATION
                ? Stream.of(words(one.failure))
                : Stream.empty();
    }

    /** The first line that says more than where it happened. */
    private static String words(@Nullable String failure) {
        return Stream.of(failure == null ? "" : failure)
                .flatMap(String::lines)
                .filter(line -> line.startsWith("Caused by: "))
                .reduce((first, second) -> second)
                .map(line -> line.replaceFirst("^Caused by: [\\w.$]+: ", ""))
                .orElseGet(() -> Stream.of(failure == null ? "" : failure)
                        .flatMap(String::lines)
                        .findFirst()
                        .orElse("it fails")
                        .replaceFirst("^[\\w.$]+Exception: ", ""));
    }

    /** A component that waits for its first call is called: only then its constructor says what it thinks of the value. */
    private boolean works(ComponentConfigurationDTO one) {
        if (one.state != ComponentConfigurationDTO.SATISFIED) {
            return one.state == ComponentConfigurationDTO.ACTIVE;
        }
        try {
            ServiceReference<?>[] offered = context.getAllServiceReferences(null, "(component.id=" + one.id + ")");
            if (offered == null || offered.length == 0) {
                return false;
            }
            boolean made = context.getService(offered[0]) != null;
            context.ungetService(offered[0]);
            return made;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("A number is a part of a filter", e);
        }
    }
}
