package tacit.runtime.harness.slot;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import tacit.api.harness.Role;

/** Asks the component runtime how the components of one bundle are. */
final class Components {

    private static final String EXTENSION = "extension/";

    private final ServiceComponentRuntime runtime;

    Components(ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    /** What the component of a role lacks, or any component of an extension; empty when nothing. */
    List<String> lacking(Bundle bundle, String role) {
        List<ComponentDescriptionDTO> wanted = of(bundle, role);
        if (wanted.isEmpty() && !role.startsWith(EXTENSION)) {
            return List.of("no component of the bundle has the property " + Role.PROPERTY + "=" + role);
        }
        return wanted.stream().flatMap(this::lacking).toList();
    }

    /** Why the component of a role has no object although nothing is missing. */
    String failure(Bundle bundle, String role) {
        return of(bundle, role).stream()
                .map(runtime::getComponentConfigurationDTOs)
                .flatMap(Collection::stream)
                .filter(component -> component.state == ComponentConfigurationDTO.FAILED_ACTIVATION)
                .map(component ->
                        "component " + component.description.name + " failed at its activation: " + rootLine(component))
                .findFirst()
                .orElse("its component gave no object");
    }

    private List<ComponentDescriptionDTO> of(Bundle bundle, String role) {
        return runtime.getComponentDescriptionDTOs(bundle).stream()
                .filter(component -> role.startsWith(EXTENSION)
                        ? component.defaultEnabled
                        : role.equals(component.properties.get(Role.PROPERTY)))
                .toList();
    }

    private Stream<String> lacking(ComponentDescriptionDTO component) {
        Collection<ComponentConfigurationDTO> all = runtime.getComponentConfigurationDTOs(component);
        if (all.isEmpty()) {
            return Stream.of(unconfigured(component));
        }
        return all.stream().filter(one -> !satisfied(one)).map(one -> lacking(component, one));
    }

    private static boolean satisfied(ComponentConfigurationDTO component) {
        return component.state == ComponentConfigurationDTO.SATISFIED
                || component.state == ComponentConfigurationDTO.ACTIVE
                || component.state == ComponentConfigurationDTO.FAILED_ACTIVATION;
    }

    private static String lacking(ComponentDescriptionDTO component, ComponentConfigurationDTO state) {
        if (state.state != ComponentConfigurationDTO.UNSATISFIED_REFERENCE) {
            return unconfigured(component);
        }
        return "component " + component.name + " unsatisfied: "
                + Arrays.stream(state.unsatisfiedReferences)
                        .map(reference -> words(component, reference))
                        .collect(Collectors.joining(", "));
    }

    private static String unconfigured(ComponentDescriptionDTO component) {
        return component.defaultEnabled
                ? "component " + component.name + " waits for settings of "
                        + String.join(", ", component.configurationPid)
                : "component " + component.name + " is not enabled";
    }

    private static String words(ComponentDescriptionDTO component, UnsatisfiedReferenceDTO unsatisfied) {
        String wanted = Arrays.stream(component.references)
                .filter(reference -> reference.name.equals(unsatisfied.name))
                .map(Components::wanted)
                .findFirst()
                .orElse("unknown service");
        return "reference " + unsatisfied.name + " (" + wanted + ")";
    }

    private static String wanted(ReferenceDTO reference) {
        return reference.target == null
                ? reference.interfaceName
                : reference.interfaceName + ", target " + reference.target;
    }

    /** The failure is a whole stack trace; its last cause says most. */
    private static String rootLine(ComponentConfigurationDTO component) {
        List<String> lines = component.failure.lines().toList();
        return lines.stream()
                .filter(line -> line.startsWith("Caused by: "))
                .reduce((first, second) -> second)
                .map(line -> line.substring("Caused by: ".length()))
                .orElseGet(() -> lines.isEmpty() ? "" : lines.get(0));
    }
}
