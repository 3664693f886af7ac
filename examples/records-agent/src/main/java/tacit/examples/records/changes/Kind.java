package tacit.examples.records.changes;

import java.util.List;
import java.util.stream.Stream;

/**
 * A table of the register.
 *
 * @param name of the table, in the plural
 * @param prefix of its codes
 * @param field that is changed
 */
record Kind(String name, String prefix, String field) {

    private static final List<Kind> FIRST = List.of(
            new Kind("patients", "PA", "phone"),
            new Kind("wards", "WA", "supervisor"),
            new Kind("clinicians", "CL", "pager"),
            new Kind("appointments", "AP", "room"),
            new Kind("medicines", "ME", "shelf"),
            new Kind("invoices", "IN", "payer"));

    private static final List<Kind> SECOND = List.of(
            new Kind("devices", "DE", "inspector"),
            new Kind("vehicles", "VE", "driver"),
            new Kind("suppliers", "SU", "contact"),
            new Kind("contracts", "CO", "signatory"),
            new Kind("courses", "KU", "teacher"),
            new Kind("keys", "KE", "holder"));

    private static final List<Kind> THIRD = List.of(
            new Kind("samples", "SA", "courier"),
            new Kind("beds", "BE", "mattress"),
            new Kind("visitors", "VI", "badge"),
            new Kind("studies", "ST", "sponsor"),
            new Kind("kitchens", "KI", "cook"),
            new Kind("archives", "AR", "keeper"));

    static final List<Kind> ALL =
            Stream.of(FIRST, SECOND, THIRD).flatMap(List::stream).toList();

    /** @param group 1, 2 or 3: groups share no table */
    static List<Kind> of(int group) {
        return List.of(FIRST, SECOND, THIRD).get(group - 1);
    }
}
