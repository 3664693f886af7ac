package tacit.memory.kit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is agreed on each file of a kit, in the order in which a prompt shows them. */
enum Contract {
    IDENTITY("Identity", Parser.LINES, 2000, 180),
    RULES("Rules", Parser.CHECKLIST, 2500, 90),
    AGENTS("Workspace Rules", Parser.SECTIONS, 3000, 90),
    USER("User", Parser.LINES, 2000, 180),
    COMPANY("Company", Parser.SECTIONS, 2500, 60),
    OPERATIONS("Operations", Parser.SECTIONS, 3000, 30),
    KPIS("Key Figures", Parser.SECTIONS, 1800, 14),
    PRIORITIES("Priorities", Parser.CHECKLIST, 1200, 7),
    CONTEXT("Context", Parser.SECTIONS, 2200, 30),
    DESIGN("Design System", Parser.WHOLE, 6500, 0),
    ACCESS("Access", Parser.SECTIONS, 1500, 60),
    TOOLS("Tools", Parser.SECTIONS, 1800, 60),
    SOUL("Soul", Parser.SECTIONS, 3000, 90),
    SUPERVISOR("Supervisor", Parser.SECTIONS, 2400, 30),
    VIBES("Vibes", Parser.SECTIONS, 1200, 14),
    CROSS_SIGNALS("Cross Signals", Parser.DECISIONS, 1800, 14),
    MISTAKES("Mistakes", Parser.DECISIONS, 2500, 60),
    LORE("Lore", Parser.DECISIONS, 2500, 120),
    MEMORY("Memory", Parser.DECISIONS, 3500, 120),
    HEARTBEAT("Heartbeat", Parser.CHECKLIST, 1200, 14),
    BOOTSTRAP("First Steps", Parser.CHECKLIST, 1800, 30);

    /** Where a workspace keeps its kit. */
    static final String FOLDER = ".cowork";

    /** How a file is read. */
    enum Parser {
        SECTIONS,
        LINES,
        CHECKLIST,
        DECISIONS,
        WHOLE
    }

    private final String title;
    private final Parser parser;
    private final int longest;
    private final int freshDays;

    Contract(String title, Parser parser, int longest, int freshDays) {
        this.title = title;
        this.parser = parser;
        this.longest = longest;
        this.freshDays = freshDays;
    }

    static Optional<Contract> of(String fileName) {
        return Arrays.stream(values())
                .filter(contract -> contract.fileName().equals(fileName))
                .findFirst();
    }

    /** The files that a prompt may show, in its order; the others belong to work without a user. */
    static List<Contract> shown() {
        return Arrays.stream(values())
                .filter(contract -> contract != HEARTBEAT && contract != BOOTSTRAP)
                .toList();
    }

    String fileName() {
        return name() + ".md";
    }

    String path() {
        return FOLDER + "/" + fileName();
    }

    String title() {
        return title;
    }

    Parser parser() {
        return parser;
    }

    int longest() {
        return longest;
    }

    /** After how many days it should be looked at again; 0 for never. */
    int freshDays() {
        return freshDays;
    }

    /** Whether it says who somebody is, which changes slowly. */
    boolean slow() {
        return this == SOUL || this == IDENTITY;
    }
}
