package tacit.runtime.cellagent;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import tacit.api.harness.Role;

/** Takes a candidate from its bytes to the service of each asked role, by the steps of a slot. */
final class Loading {

    private static final String LOCATION = "slot:candidate";
    private static final Duration SATISFIED_WITHIN = Duration.ofMillis(500);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

    private final BundleContext context;
    private final ConfigurationAdmin configurations;
    private final Diagnosis diagnosis;

    Loading(BundleContext context, ConfigurationAdmin configurations, Diagnosis diagnosis) {
        this.context = context;
        this.configurations = configurations;
        this.diagnosis = diagnosis;
    }

    /** Installs, configures and starts it. */
    Bundle start(Candidate candidate) throws Refusal {
        Bundle bundle = install(candidate.jar());
        for (Map.Entry<String, Map<String, Object>> entry :
                candidate.configurations().entrySet()) {
            configure(entry.getKey(), entry.getValue());
        }
        try {
            bundle.start(Bundle.START_TRANSIENT);
        } catch (BundleException refused) {
            throw new Refusal("it did not start: " + Causes.words(refused));
        }
        return bundle;
    }

    private Bundle install(byte[] jar) throws Refusal {
        try {
            return context.installBundle(LOCATION, new ByteArrayInputStream(jar));
        } catch (BundleException refused) {
            throw new Refusal("it cannot be installed: " + Causes.words(refused));
        }
    }

    private void configure(String pid, Map<String, Object> settings) throws Refusal {
        int name = pid.indexOf('~');
        try {
            Configuration configuration = name < 0
                    ? configurations.getConfiguration(pid, "?")
                    : configurations.getFactoryConfiguration(pid.substring(0, name), pid.substring(name + 1), "?");
            configuration.update(FrameworkUtil.asDictionary(settings));
        } catch (IOException | IllegalArgumentException refused) {
            throw new Refusal("its configuration '" + pid + "' cannot be used: " + Causes.words(refused));
        }
    }

    /** The service with which it fills a role; components are given a moment to be satisfied. */
    Object provider(Bundle bundle, String role, Class<?> type) throws Refusal {
        long end = System.nanoTime() + SATISFIED_WITHIN.toNanos();
        Optional<ServiceReference<?>> found = reference(bundle, role, type);
        while (found.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            found = reference(bundle, role, type);
        }
        if (found.isEmpty()) {
            throw new Refusal(diagnosis.whyAbsent(bundle, role));
        }
        Object service = context.getService(found.get());
        if (service == null) {
            throw new Refusal(diagnosis.whyAbsent(bundle, role));
        }
        return service;
    }

    private static Optional<ServiceReference<?>> reference(Bundle bundle, String role, Class<?> type) {
        ServiceReference<?> @Nullable [] registered = bundle.getRegisteredServices();
        return registered == null
                ? Optional.empty()
                : Arrays.stream(registered)
                        .filter(reference -> fills(reference, role, type))
                        .findFirst();
    }

    private static boolean fills(ServiceReference<?> reference, String role, Class<?> type) {
        String filled = String.valueOf(reference.getProperty(Role.PROPERTY));
        return (filled.equals(role) || filled.startsWith(role + "/"))
                && Arrays.asList((String[]) reference.getProperty("objectClass"))
                        .contains(type.getName());
    }
}
