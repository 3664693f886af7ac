package tacit.memory.graph;

import java.util.List;

/** The types of things that need no declaration. Any other is declared by its first use. */
final class Types {

    static final List<String> BUILT_IN = List.of(
            "api_endpoint",
            "concept",
            "database_table",
            "environment",
            "file",
            "organization",
            "person",
            "project",
            "service",
            "technology");

    private Types() {}
}
