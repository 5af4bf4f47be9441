"""Lists of pages as other tools keep them: read row by row, and written."""

from monitors.lists.read import KINDS as KINDS
from monitors.lists.read import read_list as read_list
from monitors.lists.row import Row as Row
from monitors.lists.row import UnreadableList as UnreadableList
from monitors.lists.write import WRITTEN as WRITTEN
from monitors.lists.write import Written as Written
from monitors.lists.write import write_list as write_list
