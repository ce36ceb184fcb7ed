"""Files that hold many files: ZIP, WARC and WACZ, unpacked within limits and never onto the disk."""

from headwater.intake.archives.limits import Budget, OverLimitError
from headwater.intake.archives.warcs import WebPage, web_pages
from headwater.intake.archives.zips import Member, unpack, zip_members

__all__ = ["Budget", "Member", "OverLimitError", "WebPage", "unpack", "web_pages", "zip_members"]
