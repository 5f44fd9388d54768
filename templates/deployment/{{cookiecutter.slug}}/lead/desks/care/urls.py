"""The addresses of the case manager's desk."""

from django.urls import path

from . import consenting, views

urlpatterns = [
    path("", views.waiting_list, name="waiting"),
    path("people/", views.people, name="caseload"),
    path("<int:number>/", views.person, name="person"),
    path("<int:number>/add/<slug:what>/", views.add, name="add"),
    path("<int:number>/account/", views.account, name="account"),
    path("<int:number>/release/<slug:release>/<slug:language>/", consenting.release, name="release"),
    path("take-back/<int:number>/", consenting.take_back, name="take_back"),
    path("told/<int:number>/", consenting.told, name="told"),
    path("referral/<int:number>/<slug:what>/", views.move, name="move"),
    path("clock/<int:number>/<slug:clock>/", views.clock, name="clock"),
    path("record/<slug:what>/<int:number>/", views.change, name="change"),
    path("sheet/<int:number>/", views.sheet, name="sheet"),
]
