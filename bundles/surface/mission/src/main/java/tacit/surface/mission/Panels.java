package tacit.surface.mission;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.access.AccessRole;
import tacit.api.page.Panel;

/** The panels that are there now. Thread-safe. */
@Component(service = Panels.class)
public final class Panels {

    private final List<Panel> panels = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void bindPanel(Panel panel) {
        panels.add(panel);
    }

    public void unbindPanel(Panel panel) {
        panels.removeIf(known -> known == panel);
    }

    /** Those that a role may see, in the order of the navigation; of two with the same id the first one. */
    List<PanelEntry> of(AccessRole role) {
        return panels.stream()
                .flatMap(panel -> PanelEntry.of(panel).stream())
                .filter(entry -> role.includes(entry.role()))
                .sorted(PanelEntry.ORDER)
                .toList();
    }

    Optional<PanelEntry> find(String id) {
        return panels.stream()
                .flatMap(panel -> PanelEntry.of(panel).stream())
                .filter(entry -> entry.id().equals(id))
                .findFirst();
    }
}
