package tacit.runtime.calls;

import com.fasterxml.jackson.core.JsonGenerator;

/**
 * What a value is written on.
 *
 * @param json takes the text
 * @param ordered whether attribute maps keep the order in which they were made, which a provider may see; else every map is
 *     sorted, so that equal values give equal text
 */
record Sheet(JsonGenerator json, boolean ordered) {}
