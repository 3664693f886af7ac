package tacit.surface.mission;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import tacit.api.access.AccessRole;
import tacit.api.page.Panel;

/** What a panel said of itself just now; its bundle may be another one at the next request. Immutable. */
record PanelEntry(
        String id, String title, Panel.Group group, int order, AccessRole role, Set<String> live, Panel panel) {

    static final Comparator<PanelEntry> ORDER = Comparator.comparing(PanelEntry::group)
            .thenComparing(PanelEntry::order)
            .thenComparing(PanelEntry::title);

    /** Asks a panel; empty when its bundle is just going, or when its id cannot stand in a path. */
    static Optional<PanelEntry> of(Panel panel) {
        try {
            PanelEntry entry = new PanelEntry(
                    panel.id(),
                    panel.title(),
                    panel.group(),
                    panel.order(),
                    panel.role(),
                    Set.copyOf(panel.live()),
                    panel);
            return entry.id().matches("[a-z][a-z0-9-]*") ? Optional.of(entry) : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
