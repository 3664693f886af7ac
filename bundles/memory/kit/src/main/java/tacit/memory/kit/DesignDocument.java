package tacit.memory.kit;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tacit.api.memory.WorkspaceFile;

/** Finds the document that says how things look, for tasks about what people see. */
final class DesignDocument {

    private static final List<String> PLACES = List.of(
            ".cowork/DESIGN.md",
            "DESIGN.md",
            "docs/DESIGN.md",
            "docs/design.md",
            "design/DESIGN.md",
            "design/design.md");
    private static final Pattern VISIBLE = Pattern.compile(
            "\\b(?:ui|ux|front-?end|web ?apps?|web ?sites?|web ?pages?|landing pages?|dashboards?|design (?:systems?|tokens?)"
                    + "|themes?|css|scss|tailwind|styles?|styling|layouts?|typography|palettes?|colou?rs?|components?|buttons?"
                    + "|modals?|sidebars?|navbars?|pages?|responsive|mobile|visual|design\\.md)\\b",
            Pattern.CASE_INSENSITIVE);

    private DesignDocument() {}

    static boolean isFor(String task) {
        return VISIBLE.matcher(task).find();
    }

    /** What it says, or how to do without it. */
    static KitSection of(Folder folder) {
        for (String place : PLACES) {
            Optional<KitSection> section = folder.read(place)
                    .map(WorkspaceFile::text)
                    .map(text -> Parsing.parse(Contract.DESIGN, text))
                    .filter(shown -> !shown.isBlank())
                    .map(shown -> new KitSection(Contract.DESIGN.title(), place, shown));
            if (section.isPresent()) {
                return section.get();
            }
        }
        return new KitSection(
                Contract.DESIGN.title(),
                "not found",
                "No DESIGN.md was found in this workspace. Look at what is there for its colours, type and spacing and keep"
                        + " to them; where they are worth keeping, suggest to write them down in .cowork/DESIGN.md.");
    }
}
