/** Synthetic studies and users for trying the appliance out ({@code --demo}); nothing of it comes from a person. */
package org.hospitalviewer.demo;
