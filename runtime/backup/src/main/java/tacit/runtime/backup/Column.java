package tacit.runtime.backup;

/**
 * A column of a table.
 *
 * @param name in lower case
 * @param kind what it holds
 */
record Column(String name, Kind kind) {}
