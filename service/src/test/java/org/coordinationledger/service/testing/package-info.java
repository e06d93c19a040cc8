/** What the tests of every module check of the words and problems they bring. */
package org.coordinationledger.service.testing;
