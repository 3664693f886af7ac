package tacit.runtime.cellagent;

import java.util.Arrays;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import tacit.api.harness.Role;

/** Says why a candidate does not fill a role. */
final class Diagnosis {

    private final ServiceComponentRuntime components;

    Diagnosis(ServiceComponentRuntime components) {
        this.components = components;
    }

    String whyAbsent(Bundle bundle, String role) {
        for (ComponentDescriptionDTO component : components.getComponentDescriptionDTOs(bundle)) {
            String filled = String.valueOf(component.properties.get(Role.PROPERTY));
            if (filled.equals(role) || filled.startsWith(role + "/")) {
                return "component '" + component.name + "' " + why(component);
            }
        }
        return "none of its components fills the role '" + role + "'";
    }

    private String why(ComponentDescriptionDTO component) {
        for (ComponentConfigurationDTO configuration : components.getComponentConfigurationDTOs(component)) {
            if (configuration.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE) {
                return "lacks " + missing(configuration, component);
            }
            if (configuration.failure != null) {
                return "failed to activate: " + cause(configuration.failure);
            }
        }
        return "was never satisfied: it needs a configuration for " + String.join(", ", component.configurationPid);
    }

    private static String missing(ComponentConfigurationDTO configuration, ComponentDescriptionDTO component) {
        List<String> names = Arrays.stream(configuration.unsatisfiedReferences)
                .map(unsatisfied -> unsatisfied.name)
                .toList();
        return Arrays.stream(component.references)
                .filter(reference -> names.contains(reference.name))
                .map(reference -> reference.interfaceName + (reference.target == null ? "" : " " + reference.target))
                .toList()
                .toString();
    }

    /** The last cause in a stack trace. */
    private static String cause(String trace) {
        return trace.lines()
                .filter(line -> line.startsWith("Caused by: "))
                .map(line -> line.substring("Caused by: ".length()))
                .reduce((first, last) -> last)
                .orElseGet(() -> trace.lines().findFirst().orElse(""));
    }
}
