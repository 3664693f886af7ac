package tacit.runtime.launcher.framework;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** Finds components that do not work, and says what each of them lacks. */
final class ComponentCheck {

    private final BundleContext context;

    ComponentCheck(BundleContext context) {
        this.context = context;
    }

    /** What is wrong now; a component that nobody configured is switched off, which is no problem. */
    List<Problem> problems() {
        ServiceReference<ServiceComponentRuntime> reference =
                context.getServiceReference(ServiceComponentRuntime.class);
        if (reference == null) {
            return List.of(new Problem("service component runtime", "is not there: no component can start"));
        }
        try {
            return problems(context.getService(reference));
        } finally {
            context.ungetService(reference);
        }
    }

    private List<Problem> problems(@Nullable ServiceComponentRuntime runtime) {
        if (runtime == null) {
            return List.of();
        }
        List<ComponentConfigurationDTO> broken = runtime.getComponentDescriptionDTOs().stream()
                .filter(this::standing)
                .map(runtime::getComponentConfigurationDTOs)
                .flatMap(Collection::stream)
                .filter(ComponentCheck::broken)
                .toList();
        Set<String> missing = broken.stream()
                .flatMap(component -> Stream.of(component.description.serviceInterfaces))
                .collect(Collectors.toSet());
        List<Problem> roots = broken.stream()
                .filter(component -> !follows(component))
                .map(component -> problem(component, missing))
                .toList();
        return roots.isEmpty()
                ? broken.stream().map(component -> problem(component, missing)).toList()
                : roots;
    }

    /** The harness answers for what lies in its slots: a candidate that does not work there is no problem of the host. */
    private boolean standing(ComponentDescriptionDTO component) {
        Bundle bundle = context.getBundle(component.bundle.id);
        return bundle == null || !bundle.getLocation().startsWith("slot:");
    }

    /** Whether it only failed because a service that it needs failed, which is named itself. */
    private static boolean follows(ComponentConfigurationDTO component) {
        return component.state == ComponentConfigurationDTO.FAILED_ACTIVATION
                && rootLine(component.failure).contains("Unable to get service for reference");
    }

    private static boolean broken(ComponentConfigurationDTO component) {
        return component.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE
                || component.state == ComponentConfigurationDTO.FAILED_ACTIVATION;
    }

    private static Problem problem(ComponentConfigurationDTO component, Set<String> missing) {
        String subject = "component " + component.description.name;
        if (component.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
            return new Problem(subject, "failed at its activation: " + rootLine(component.failure));
        }
        String references = Arrays.stream(component.unsatisfiedReferences)
                .map(reference -> words(component.description, reference, missing))
                .collect(Collectors.joining(", "));
        return new Problem(subject, "unsatisfied: " + references);
    }

    private static String words(
            ComponentDescriptionDTO component, UnsatisfiedReferenceDTO unsatisfied, Set<String> missing) {
        String wanted = Arrays.stream(component.references)
                .filter(reference -> reference.name.equals(unsatisfied.name))
                .map(ComponentCheck::wanted)
                .findFirst()
                .orElse("unknown service");
        String service = wanted.split("[, ]", 2)[0];
        return "reference " + unsatisfied.name + " (" + wanted + ")"
                + (missing.contains(service) ? " waits for a component named here" : "");
    }

    private static String wanted(ReferenceDTO reference) {
        return reference.target == null
                ? reference.interfaceName
                : reference.interfaceName + ", target " + reference.target;
    }

    /** The failure is a whole stack trace; its last cause says most. */
    private static String rootLine(String stackTrace) {
        String line = stackTrace.lines().findFirst().orElse("");
        for (String candidate : stackTrace.lines().toList()) {
            if (candidate.startsWith("Caused by: ")) {
                line = candidate.substring("Caused by: ".length());
            }
        }
        return line;
    }
}
