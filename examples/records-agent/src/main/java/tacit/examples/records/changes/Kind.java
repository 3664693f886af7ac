package tacit.examples.records.changes;

import java.util.List;

/**
 * A table of the register.
 *
 * @param name of the table, in the plural
 * @param prefix of its codes
 * @param field that is changed
 * @param heldOut whether tasks about it are kept from learning
 */
record Kind(String name, String prefix, String field, boolean heldOut) {

    static final List<Kind> ALL = List.of(
            new Kind("patients", "PA", "phone", false),
            new Kind("wards", "WA", "supervisor", false),
            new Kind("clinicians", "CL", "pager", false),
            new Kind("appointments", "AP", "room", false),
            new Kind("medicines", "ME", "shelf", false),
            new Kind("invoices", "IN", "payer", false),
            new Kind("devices", "DE", "inspector", true),
            new Kind("vehicles", "VE", "driver", true),
            new Kind("suppliers", "SU", "contact", true),
            new Kind("contracts", "CO", "signatory", true),
            new Kind("courses", "KU", "teacher", true),
            new Kind("keys", "KE", "holder", true));
}
