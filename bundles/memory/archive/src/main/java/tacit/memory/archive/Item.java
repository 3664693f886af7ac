package tacit.memory.archive;

/**
 * One entry of an import.
 *
 * @param label where it stood, such as its date or the title of its conversation
 * @param text its words
 */
record Item(String label, String text) {

    static final int LONGEST = 12_000;
}
