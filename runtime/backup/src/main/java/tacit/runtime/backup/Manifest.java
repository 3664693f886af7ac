package tacit.runtime.backup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a copy holds. Immutable.
 *
 * @param format how it is written; a reader refuses what it does not know
 * @param version the version of Tacit that wrote it
 * @param createdAt the moment, ISO-8601
 * @param engine the database that the rows came from, in words
 * @param generation the generation in force; 0 for none
 * @param schema the scripts that had run
 * @param tables the tables, each behind those that it refers to
 * @param parts every file of the copy but this one
 * @param leftOut what lay in the data directory and is not in the copy
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Manifest(
        int format,
        String version,
        String createdAt,
        String engine,
        long generation,
        List<Script> schema,
        List<Table> tables,
        List<Part> parts,
        List<String> leftOut) {

    /** The name of the part that holds this. */
    static final String NAME = "manifest.json";

    static final int FORMAT = 1;

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    Manifest {
        schema = List.copyOf(schema);
        tables = List.copyOf(tables);
        parts = List.copyOf(parts);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * A script that had run.
     *
     * @param checksum SHA-256 of its text
     */
    record Script(String owner, int version, String checksum) {}

    /**
     * A table.
     *
     * @param columns in the order of the values of each row
     * @param rows how many
     * @param digest the sum of the SHA-256 of all rows, so that the order in which an engine gives them does not matter
     * @param next what its identity column gives next; null where it has none
     */
    record Table(
            String name,
            List<Column> columns,
            long rows,
            String digest,
            @Nullable Long next) {

        Table {
            columns = List.copyOf(columns);
        }

        /** The part with its rows. */
        String part() {
            return TABLES + name + ".jsonl";
        }
    }

    /**
     * A file within the copy.
     *
     * @param name its path
     * @param bytes how long it is
     * @param sha256 of its bytes
     * @param executable whether its owner may run it
     */
    record Part(String name, long bytes, String sha256, boolean executable) {}

    /** Where the rows are. */
    static final String TABLES = "tables/";

    /** Where the files of the data directory are. */
    static final String FILES = "files/";

    /** The same with what the columns that count by themselves give next. */
    Manifest with(Map<String, Long> next) {
        List<Table> counted = tables.stream()
                .map(table ->
                        new Table(table.name(), table.columns(), table.rows(), table.digest(), next.get(table.name())))
                .toList();
        return new Manifest(format, version, createdAt, engine, generation, schema, counted, parts, leftOut);
    }

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    String json() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Every manifest can be written as JSON", e);
        }
    }

    /**
     * Reads what {@link #json} wrote.
     *
     * @throws BadBackupException when it was written in a later format or is no manifest
     */
    static Manifest parse(byte[] json) {
        try {
            int format = JSON.readTree(json).path("format").asInt(0);
            if (format > FORMAT) {
                throw new BadBackupException(
                        "it was written by a newer Tacit, in format " + format + "; this one reads up to " + FORMAT);
            }
            return JSON.readValue(json, Manifest.class);
        } catch (IOException | RuntimeException e) {
            throw e instanceof BadBackupException bad ? bad : new BadBackupException("its manifest cannot be read");
        }
    }
}
