/** What all pages of the console have: the bar of two times, words, links, titles of records. */
@NullMarked
package org.coordinationledger.console.page;

import org.jspecify.annotations.NullMarked;
