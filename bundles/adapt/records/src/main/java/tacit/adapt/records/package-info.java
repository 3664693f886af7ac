/** Keeps what the parts that adapt know, in documents of their own, for the bundles in slots that keep nothing themselves. */
@NullMarked
package tacit.adapt.records;

import org.jspecify.annotations.NullMarked;
