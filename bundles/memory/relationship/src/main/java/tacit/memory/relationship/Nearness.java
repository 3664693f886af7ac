package tacit.memory.relationship;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.MemoryRecord;

/** What concerns a contact first, then their company, then everybody; what concerns other contacts is left out. */
final class Nearness {

    private static final int FAR = 3;

    private Nearness() {}

    static List<MemoryRecord> ordered(List<MemoryRecord> items, @Nullable String contact, @Nullable String company) {
        if (contact == null && company == null) {
            return items;
        }
        return items.stream()
                .filter(item -> distance(item, contact, company) < FAR)
                .sorted(Comparator.comparing(item -> distance(item, contact, company)))
                .toList();
    }

    private static int distance(MemoryRecord item, @Nullable String contact, @Nullable String company) {
        String ofContact = item.attribute("contact").orElse("");
        String ofCompany = item.attribute("company").orElse("");
        if (!ofContact.isEmpty()) {
            return ofContact.equals(contact) ? 0 : FAR;
        }
        if (!ofCompany.isEmpty()) {
            return ofCompany.equals(company) ? 1 : FAR;
        }
        return 2;
    }
}
