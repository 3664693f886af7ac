package tacit.runtime.testkit;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;

/** Says of each component that does not work what it lacks. */
final class BrokenComponents {

    private BrokenComponents() {}

    static String of(BundleContext context) {
        ServiceReference<ServiceComponentRuntime> reference =
                context.getServiceReference(ServiceComponentRuntime.class);
        if (reference == null) {
            return "declarative services do not run";
        }
        ServiceComponentRuntime runtime = context.getService(reference);
        String broken = runtime.getComponentDescriptionDTOs().stream()
                .map(runtime::getComponentConfigurationDTOs)
                .flatMap(Collection::stream)
                .filter(component -> component.state != ComponentConfigurationDTO.ACTIVE
                        && component.state != ComponentConfigurationDTO.SATISFIED)
                .map(BrokenComponents::words)
                .collect(Collectors.joining("; "));
        return broken.isEmpty() ? "every component works" : broken;
    }

    private static String words(ComponentConfigurationDTO component) {
        String references = Arrays.stream(component.unsatisfiedReferences)
                .map(reference -> reference.name + " " + reference.target)
                .collect(Collectors.joining(", "));
        String failure = component.failure == null ? "" : " failed: " + component.failure;
        return component.description.name + " lacks [" + references + "]" + failure;
    }
}
